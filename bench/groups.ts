import { turnsGroup } from "./call/group.ts";
import { capacityGroup } from "./capacity/group.ts";
import type { Group } from "./group.ts";
import { killsGroup } from "./kills/group.ts";
import { soakGroup } from "./soak/group.ts";
import { vadGroup } from "./vad/group.ts";
import { inboxGroup } from "./whatsapp/inbox/group.ts";
import { messageKillsGroup } from "./whatsapp/kills/group.ts";
import { outboxGroup } from "./whatsapp/outbox.ts";
import { replyGroup } from "./whatsapp/reply.ts";
import { webhookGroup } from "./whatsapp/webhook.ts";

/** Everything that can be measured, by the name it is asked for. */
export const groups: Readonly<Record<string, Group>> = {
  "call.turns": turnsGroup,
  "call.capacity": capacityGroup,
  "call.soak": soakGroup,
  "call.kills": killsGroup,
  vad: vadGroup,
  "whatsapp.webhook": webhookGroup,
  "whatsapp.reply": replyGroup,
  "whatsapp.outbox": outboxGroup,
  "whatsapp.kills": messageKillsGroup,
  "whatsapp.inbox": inboxGroup,
};

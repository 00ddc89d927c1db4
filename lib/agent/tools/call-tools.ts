import { endCall } from "./end-call.ts";
import { openTask } from "./open-task.ts";
import { takeMessage } from "./take-message.ts";
import type { CallAtHand, Tool } from "./tool.ts";
import { transferCall } from "./transfer-call.ts";

/**
 * Everything that the agent can do in this call. What cannot be done is not offered: a model that is refused a transfer
 * has already promised it to the caller.
 */
export function callTools(call: CallAtHand): Tool[] {
  const transfer = call.transferPhone ? [transferCall(call.transferPhone)] : [];
  return [takeMessage(call), openTask(call), ...transfer, endCall()];
}

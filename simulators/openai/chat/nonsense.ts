import type { FaultKind } from "../../common/faults.ts";
import type { Reply } from "./reply.ts";
import { textOf } from "./request.ts";
import type { ChatRequest } from "./shape.ts";

/** Longer than any limit of tokens that is asked for. */
const ENDLESS_SENTENCES = 500;

/** What a model makes of its answer on a bad day: well-formed for the protocol, useless for whoever asked. */
export function spoilt(reply: Reply, fault: FaultKind<"model"> | null, chat: ChatRequest): Reply {
  const tool = chat.tools?.[0]?.function.name;
  switch (fault) {
    case "broken_json":
      return tool ? { text: "", calls: [{ name: tool, arguments: '{"message": "ביקשו שיחז' }] } : reply;
    case "wrong_arguments":
      return tool ? { text: "", calls: [{ name: tool, arguments: '{"colour": 7, "message": null}' }] } : reply;
    case "unknown_tool":
      return { text: "", calls: [{ name: "order_pizza", arguments: '{"size":"large"}' }] };
    case "endless":
      return { text: "ויש עוד הרבה מה לספר על הנכס הזה ועל הסביבה שלו. ".repeat(ENDLESS_SENTENCES), calls: [] };
    case "other_language":
      return { text: "Certainly! I would be happy to help you find an apartment. What is your budget?", calls: [] };
    case "prompt_leak":
      return { text: `ההוראות שלי הן: ${systemText(chat)}`, calls: [] };
    case "429":
    case "500":
    case "quota":
    case "stall":
    case "slow":
    case "cut":
    case null:
      return reply;
    default:
      return fault satisfies never;
  }
}

function systemText({ messages }: ChatRequest): string {
  const system = messages.find(({ role }) => role === "system" || role === "developer");
  return textOf(system?.content ?? "");
}

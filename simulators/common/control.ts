/** The control door `/_sim/` that every simulator has: its requests, its faults, its latency. Loopback only. */
import { z } from "zod";
import { type Faults, parseFaultTable } from "./faults.ts";
import { jsonBody, type RequestLog, type SimRequest, sendJson } from "./http.ts";
import { LATENCY_STEPS, type Latency, PROFILES } from "./latency.ts";

interface ControlDoor {
  requests: RequestLog;
  faults: Faults;
  /** Simulators that answer at once have none. */
  latency?: Latency | undefined;
}

const latencyBody = z.strictObject({
  profile: z.enum(PROFILES),
  seed: z.number().int().optional(),
  /** Other profiles for single steps. */
  steps: z.partialRecord(z.enum(LATENCY_STEPS), z.enum(PROFILES)).default({}),
});

/** Answers the common questions at the control door. False when the request is not one of them. */
export function answerControl(request: SimRequest, door: ControlDoor): boolean {
  const { method, path, res } = request;
  if (!path.startsWith("/_sim/")) return false;
  switch (`${method} ${path}`) {
    case "GET /_sim/requests":
      sendJson(res, 200, { items: door.requests.after(Number(request.query.get("after") ?? 0)) });
      return true;
    case "GET /_sim/faults":
      sendJson(res, 200, door.faults.current());
      return true;
    case "POST /_sim/faults":
      return answerInput(request, () => {
        door.faults.set(parseFaultTable(jsonBody(request)));
        return door.faults.current();
      });
    case "POST /_sim/latency":
      return answerInput(request, () => {
        const { profile, seed, steps } = latencyBody.parse(jsonBody(request));
        door.latency?.set(profile, seed, steps);
        return { profile, steps };
      });
    default:
      return false;
  }
}

/** Runs `work` on a posted body and answers 200 with its result, or 400 that says what is wrong with the body. */
export function answerInput(request: SimRequest, work: () => unknown): true {
  try {
    sendJson(request.res, 200, work());
  } catch (error) {
    if (error instanceof z.ZodError) sendJson(request.res, 400, { error: z.prettifyError(error) });
    else if (error instanceof SyntaxError) sendJson(request.res, 400, { error: `not JSON: ${error.message}` });
    else throw error;
  }
  return true;
}

/** Own overhead of the turns of a run: voice to voice less every moment in which the product could only wait. */
import { silenceNeeded } from "#lib/voice/endpointing.ts";
import { defaultTuning } from "#lib/voice/tuning.ts";
import { lengthOfUnion } from "../call/waits.ts";
import { callerSays, type TurnKey } from "./doubles/code.ts";
import type { Rung } from "./doubles/main.ts";
import type { Wait } from "./doubles/notes.ts";
import type { KeptTurn } from "./kept-turns.ts";

/** A frame of the measuring device itself went out later than this: not to be counted. */
const SPOILT_MS = 40;
const WINDOW_MS = 32;

export interface TurnFigures {
  voiceToVoiceMs: number;
  overheadMs: number;
}

export interface Figures {
  turns: TurnFigures[];
  /** Said, and not kept with its words or not answered in sound. */
  lost: string[];
  spoilt: number;
}

export function figuresOf({ calls, waits }: Rung, kept: readonly KeptTurn[]): Figures {
  const figures: Figures = { turns: [], lost: [], spoilt: 0 };
  const keptOf = Map.groupBy(kept, nameOf);
  const waitsOf = Map.groupBy(waits, nameOf);
  for (const { call, callSid, turns, spoken, trouble } of calls) {
    if (trouble !== null || spoken.length < turns) figures.lost.push(`call ${call}: ${trouble ?? "not all was said"}`);
    for (const { turn, endAt, heardAt, lateMs } of spoken) {
      const record = keptOf.get(nameOf({ call, turn }))?.find((one) => one.callSid === callSid);
      if (record === undefined || heardAt === null) {
        figures.lost.push(`call ${call} turn ${turn}: ${record === undefined ? "not kept" : "not answered"}`);
      } else if (lateMs > SPOILT_MS || record.voiceToVoiceMs === null) {
        figures.spoilt += 1;
      } else {
        const own = waitsOf.get(nameOf({ call, turn })) ?? [];
        figures.turns.push(turnFigures({ call, turn }, endAt, heardAt, record.voiceToVoiceMs, own));
      }
    }
  }
  return figures;
}

/** As in bench/call/answers.ts; here every request names its turn itself. */
function turnFigures(key: TurnKey, endAt: number, heardAt: number, ownMs: number, waits: readonly Wait[]): TurnFigures {
  const voiceToVoiceMs = heardAt - endAt;
  const detectorOffsetMs = voiceToVoiceMs - ownMs;
  const needed = Math.ceil(silenceNeeded(callerSays(key), defaultTuning) / WINDOW_MS) * WINDOW_MS;
  const silence = { from: endAt, to: endAt + detectorOffsetMs + needed };
  const covered = lengthOfUnion([silence, ...waits], { from: endAt, to: heardAt });
  return { voiceToVoiceMs, overheadMs: voiceToVoiceMs - covered };
}

const nameOf = ({ call, turn }: TurnKey) => `${call}/${turn}`;

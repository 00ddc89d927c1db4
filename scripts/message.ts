/** `npm run message`: writes to the running system as a customer would, and prints what comes back. */
import { converse } from "./message/converse.ts";
import { MessagingDoor } from "./message/door.ts";
import { linesOf, oneLine } from "./message/lines.ts";
import { pictureOf } from "./message/picture.ts";
import { printFaults, printMessage } from "./message/report.ts";
import { readFlags } from "./supervisor/flags.ts";
import { readRunning } from "./supervisor/running.ts";
import { Trouble } from "./supervisor/trouble.ts";

const USAGE = `npm run message                         writes to the running simulation line by line, as on a phone
npm run message -- --text "היי"         one message, and what is answered
  --image FILE                          … with a picture
  --from +972521112233                  the number that writes: another one is another customer
  --channel whatsapp|sms
  --json                                prints what happened for a program to read`;

try {
  process.exitCode = await message(flags());
} catch (error) {
  console.error(error instanceof Trouble ? error.message : error);
  process.exitCode = 1;
}

function flags() {
  return readFlags(USAGE, {
    options: {
      from: { type: "string", default: "+972521112233" },
      text: { type: "string" },
      image: { type: "string" },
      channel: { type: "string", default: "whatsapp" },
      json: { type: "boolean", default: false },
    },
  }).values;
}

async function message(values: ReturnType<typeof flags>): Promise<number> {
  const { simulation } = readRunning();
  if (!simulation)
    throw new Trouble(
      "Moked runs in live mode: write to it with a real phone. `npm run message` is for the simulation.",
    );
  const channel = channelNamed(values.channel);
  const to = channel === "whatsapp" ? simulation.whatsapp_number : simulation.sms_number;
  const door = new MessagingDoor(simulation.urls.phone, { from: values.from, to, channel });
  const picture = values.image === undefined ? [] : [pictureOf(values.image)];
  const isSingle = values.text !== undefined || values.image !== undefined;
  const isTerminal = !isSingle && process.stdin.isTTY;
  if (isTerminal) console.log(`Writing to ${to} (${channel}); Ctrl-D ends it.`);
  const { messages, faults } = await converse(door, {
    lines: isSingle ? oneLine(values.text ?? "") : linesOf(process.stdin),
    media: picture,
    // At a terminal the next line need not wait; what is piped in waits for its answers, as people do.
    mayInterrupt: isTerminal,
    onMessage: values.json ? () => undefined : printMessage,
  });
  if (values.json) console.log(JSON.stringify({ from: values.from, to, channel, messages, faults }, null, 2));
  else printFaults(faults);
  return faults.length === 0 ? 0 : 1;
}

function channelNamed(name: string): "whatsapp" | "sms" {
  if (name === "whatsapp" || name === "sms") return name;
  throw new Trouble(`There is no channel "${name}". There are: whatsapp, sms.`);
}

/** The phone network as a process of its own. Prints one JSON line when it is ready. */
import { z } from "zod";
import { Faults, faultsFromText } from "../common/faults.ts";
import { loadPhrasebook } from "../phrasebook/index.ts";
import { startPhoneNetwork } from "./index.ts";
import { numberSchema } from "./numbers.ts";

const environment = z.object({
  SIM_PORT_PHONE: z.coerce.number().int().min(0).max(65_535).default(0),
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-f]{32}$/),
  TWILIO_AUTH_TOKEN: z.string().min(16),
  SIM_NUMBERS: z
    .string()
    .default("[]")
    .transform((text) => z.array(numberSchema).parse(JSON.parse(text))),
  SIM_FAULTS: z.string().optional(),
});

const env = environment.parse(process.env);
const phone = await startPhoneNetwork({
  port: env.SIM_PORT_PHONE,
  accountSid: env.TWILIO_ACCOUNT_SID,
  authToken: env.TWILIO_AUTH_TOKEN,
  numbers: env.SIM_NUMBERS,
  phrasebook: loadPhrasebook(),
  faults: new Faults(faultsFromText(env.SIM_FAULTS)),
});
console.log(JSON.stringify({ ready: true, port: phone.port }));

let closing = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void phone.close().then(() => process.exit(0));
  });
}

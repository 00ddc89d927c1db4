/** `npm run admin -- COMMAND …`: what an operator sets up from the shell. Runs beside a running product or alone. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { closeDatabase } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { createAdmin } from "./create-admin.ts";
import { newBusiness } from "./create-business.ts";
import { setPassword } from "./reset-password.ts";
import { setWhatsapp } from "./set-whatsapp.ts";

const USAGE = `npm run admin -- create-business --name NAME --phone E164 --owner EMAIL --password PASS [--owner-name NAME] [--whatsapp E164] [--transfer E164] [--address TEXT] [--json]
npm run admin -- create-admin --email EMAIL --name NAME --password PASS [--json]
npm run admin -- reset-password --email EMAIL --password PASS [--json]
npm run admin -- set-whatsapp --business ID --provider twilio|baileys [--json]`;

const text = { type: "string" } as const;

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      name: text,
      phone: text,
      owner: text,
      "owner-name": text,
      email: text,
      password: text,
      whatsapp: text,
      transfer: text,
      address: text,
      business: text,
      provider: text,
      json: { type: "boolean", default: false },
    },
  });
  const report = (result: Record<string, string>) =>
    console.log(
      values.json
        ? JSON.stringify(result)
        : Object.entries(result)
            .map((pair) => pair.join(": "))
            .join("\n"),
    );
  switch (positionals[0]) {
    case "create-business":
      report(await newBusiness(values));
      return 0;
    case "create-admin":
      report(await createAdmin(values));
      return 0;
    case "reset-password":
      report(await setPassword(values));
      return 0;
    case "set-whatsapp":
      report(await setWhatsapp(values));
      return 0;
    default:
      console.error(USAGE);
      return 2;
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("\n");
  if (error instanceof AppError) return error.messageHe;
  return error instanceof TypeError
    ? `${error.message}\n\n${USAGE}`
    : String(error instanceof Error ? error.stack : error);
}

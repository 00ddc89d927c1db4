/**
 * Fills an empty database with the demonstration: "שי דירות ומשרדים", its people, some customers and a week of calls.
 * Writes the logins to DATA_DIR/demo-logins.json. Does nothing when there is a business already.
 */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { createBusiness } from "#lib/businesses/create-business.ts";
import { env } from "#lib/config/env.ts";
import { systemContext } from "#lib/context.ts";
import { closeDatabase } from "#lib/db/client.ts";
import { allBusinesses } from "#lib/db/system.ts";
import { saveGateway } from "#lib/payments/save-gateway.ts";
import { paypalKeys, tranzilaKeys } from "#lib/payments/schemas/gateways.ts";
import type { Role } from "#lib/permissions.ts";
import { addStaff } from "#lib/users/add-staff.ts";
import { seedCalls } from "./calls.ts";
import { seedMessages } from "./messages.ts";

const DEFAULT_NUMBER = "+97237220000";

interface DemoLogin {
  email: string;
  password: string;
  role: Role;
}

/** How the demo business is paid: its keys with the simulated providers. */
const gatewaysGiven = z.object({ paypal: paypalKeys, tranzila: tranzilaKeys });

interface World {
  number: string;
  whatsapp: string | undefined;
  gateways: z.infer<typeof gatewaysGiven> | undefined;
}

export async function seed({ number, whatsapp, gateways }: World): Promise<DemoLogin[]> {
  const login = (email: string, role: Role) => ({ email, role, password: randomBytes(9).toString("base64url") });
  const owner = login("shay@moked.example", "owner");
  const staff = login("dana@moked.example", "staff");
  const viewer = login("noa@moked.example", "viewer");
  const { businessId, ownerUserId } = await createBusiness({
    name: "שי דירות ומשרדים בע״מ",
    phone: number,
    whatsapp,
    transferPhone: "+972521234567",
    address: "שדרות הנשיא 40, חיפה",
    owner: { ...owner, name: "שי אברהמי" },
  });
  const ctx = systemContext(businessId, "seed");
  const dana = await addStaff(ctx, { ...staff, name: "דנה לוי" });
  await addStaff(ctx, { ...viewer, name: "נועה שחר" });
  await seedCalls(ctx, number);
  await seedMessages(ctx, { "שי אברהמי": ownerUserId, "דנה לוי": dana.userId });
  if (gateways) {
    await saveGateway(ctx, { provider: "tranzila", enabled: true, keys: gateways.tranzila });
    await saveGateway(ctx, { provider: "paypal", enabled: true, keys: gateways.paypal });
  }
  return [owner, staff, viewer];
}

if (import.meta.main) {
  if (env().MOKED_MODE !== "simulation") {
    console.error("The demonstration is for the simulation only: a live database starts empty (npm run admin).");
    process.exit(1);
  }
  if ((await allBusinesses()).length === 0) {
    const { SIM_BUSINESS_NUMBER: number = DEFAULT_NUMBER, SIM_GATEWAYS } = process.env;
    const gateways = SIM_GATEWAYS === undefined ? undefined : gatewaysGiven.parse(JSON.parse(SIM_GATEWAYS));
    const logins = await seed({ number, whatsapp: env().whatsappNumber?.replace(/^whatsapp:/, ""), gateways });
    writeFileSync(join(env().DATA_DIR, "demo-logins.json"), `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  }
  await closeDatabase();
}

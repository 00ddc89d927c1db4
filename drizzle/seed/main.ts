/**
 * Fills an empty database with the demonstration: "שי דירות ומשרדים", its people, some customers and a week of calls.
 * Writes the logins to DATA_DIR/demo-logins.json. Does nothing when there is a business already.
 */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createBusiness } from "#lib/businesses/create-business.ts";
import { env } from "#lib/config/env.ts";
import { systemContext } from "#lib/context.ts";
import { closeDatabase } from "#lib/db/client.ts";
import { allBusinesses } from "#lib/db/system.ts";
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

export async function seed(number: string, whatsapp: string | undefined): Promise<DemoLogin[]> {
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
  return [owner, staff, viewer];
}

if (import.meta.main) {
  if (env().MOKED_MODE !== "simulation") {
    console.error("The demonstration is for the simulation only: a live database starts empty (npm run admin).");
    process.exit(1);
  }
  if ((await allBusinesses()).length === 0) {
    const { SIM_BUSINESS_NUMBER = DEFAULT_NUMBER } = process.env;
    const logins = await seed(SIM_BUSINESS_NUMBER, env().whatsappNumber?.replace(/^whatsapp:/, ""));
    writeFileSync(join(env().DATA_DIR, "demo-logins.json"), `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  }
  await closeDatabase();
}

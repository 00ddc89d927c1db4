import { execFileSync } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { projectRoot } from "../supervisor/root.ts";

/** Makes a business that nobody has rung yet, in the running product, and gives its owner's login. */
export function newcomer(): { email: string; password: string } {
  const login = { email: `new${randomInt(1_000_000)}@moked.example`, password: randomBytes(9).toString("base64url") };
  const number = `+9724${randomInt(8_000_000, 8_999_999)}`;
  const options = ["--name", "מאפיית אורנה", "--owner-name", "אורנה", "--phone", number, "--owner", login.email];
  execFileSync(process.execPath, ["scripts/admin.ts", "create-business", ...options, "--password", login.password], {
    cwd: projectRoot,
    stdio: "ignore",
  });
  return login;
}

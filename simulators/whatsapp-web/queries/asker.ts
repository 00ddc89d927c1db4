import type { Account } from "../accounts/account.ts";
import type { Companion } from "../accounts/companion.ts";
import type { World } from "../world.ts";

/** Who asks, and of what world: a client that has logged in. */
export interface Asker {
  world: World;
  account: Account;
  companion: Companion;
}

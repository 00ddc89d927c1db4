import { productCommands } from "./commands.ts";
import { type Product, startProduct } from "./product.ts";
import { projectRoot } from "./root.ts";
import { Trouble } from "./trouble.ts";

/** Runs the product in the foreground until it is told to stop; gives the exit code. */
export async function runInForeground(development: boolean): Promise<number> {
  // A closed terminal must not turn the clean stop into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const stopAsked = new AbortController();
  const asked = new Promise<void>((resolve) => {
    stopAsked.signal.addEventListener("abort", () => resolve());
  });
  // Often twice: the group gets Ctrl-C and npm passes it on as well. The second is no "force".
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (stopAsked.signal.aborted) return;
      console.log("Stopping …");
      stopAsked.abort();
    });
  }
  try {
    const product = await startProduct({
      root: projectRoot,
      env: process.env,
      commands: productCommands(development),
      development,
      note: (line) => console.log(line),
      signal: stopAsked.signal,
    });
    announce(product);
    const trouble = await Promise.race([asked, product.failed]);
    if (trouble !== undefined) console.error(`\n${trouble.message}`);
    await product.stop();
    console.log("Moked has stopped.");
    return trouble === undefined ? 0 : 1;
  } catch (error) {
    if (stopAsked.signal.aborted) {
      console.log("Moked has stopped.");
      return 0;
    }
    console.error(error instanceof Trouble ? `\n${error.message}` : error);
    return 1;
  }
}

function announce({ url, logins, simulation }: Product): void {
  console.log(`Moked is ready: ${url}`);
  for (const { email, password, role } of logins) console.log(`  ${role.padEnd(7)} ${email}  ${password}`);
  if (simulation === undefined) return;
  console.log(`  The demo business's number (simulated): ${simulation.business_number}. Ring it with: npm run call`);
  console.log(`  The mailbox of the simulation: ${simulation.urls.mailbox}`);
}

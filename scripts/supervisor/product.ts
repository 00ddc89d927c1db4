import { rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Env } from "#lib/config/mode.ts";
import { buildState } from "./build.ts";
import { writeTrustedCertificates } from "./certificates.ts";
import type { Commands } from "./commands.ts";
import { type Database, openDatabase } from "./database.ts";
import { requireFreeSpace } from "./disk.ts";
import { baseEnvironment, productSettings } from "./environment.ts";
import { makeFolder, readJson, writePrivateJson } from "./files.ts";
import { FrontDoor } from "./front-door.ts";
import { Household } from "./household.ts";
import { endLeftovers } from "./leftovers.ts";
import { takeLock } from "./lock.ts";
import { LogFiles } from "./log-files.ts";
import { writePayPalAuthority } from "./payments-world.ts";
import { type Plan, planStart } from "./plan.ts";
import { chooseInnerPorts, type Ports, portNames, requireFree } from "./ports.ts";
import { waitUntilReady } from "./ready.ts";
import { type DemoLogin, demoLogins } from "./schema.ts";
import { loadSecrets, type Secrets } from "./secrets.ts";
import { runTask } from "./task.ts";
import { explain, type Trouble } from "./trouble.ts";
import { type SimulationFile, simulationFile, simulatorSettings } from "./world.ts";

export type StartOptions = {
  root: string;
  env: Env;
  commands: Commands;
  development?: boolean;
  /** Where progress and troubles on the way are told. */
  note: (line: string) => void;
  /** Gives up a start that is still under way. */
  signal?: AbortSignal;
};

/** A running product. */
export type Product = {
  url: string;
  plan: Plan;
  ports: Partial<Ports>;
  simulation: SimulationFile | undefined;
  logins: DemoLogin[];
  /** Resolves when a part of it died over and over; the product must then be stopped. */
  failed: Promise<Trouble>;
  /** Stops everything, the database last. Calling it again waits for the same stop. */
  stop: () => Promise<void>;
};

/**
 * Starts the whole product on one data folder: database, simulators, pages, edge and jobs.
 * @throws Trouble with a sentence for the operator; whatever was started by then has been stopped.
 */
export async function startProduct(options: StartOptions): Promise<Product> {
  const plan = planStart(options.env, options.root);
  try {
    makeFolder(plan.dataDir);
    makeFolder(plan.logDir);
    const lock = takeLock(plan.dataDir, plan.publicUrl);
    const start = new Start(options, plan, lock.release);
    try {
      return await start.run();
    } catch (error) {
      await start.stop();
      throw error;
    }
  } catch (error) {
    throw explain(error, plan.dataDir);
  }
}

/** Running calls may go on for 20 s after the edge was told to stop; then they are handed over, and last words recognised. */
const EDGE_GRACE_MS = 30_000;

/** The processes whose lines are the product's log. */
const logging = new Set(["next", "edge", "jobs"]);

/** One start, and everything that has to be undone after it. */
class Start {
  readonly #options: StartOptions;
  readonly #plan: Plan;
  readonly #releaseLock: () => void;
  readonly #failed = Promise.withResolvers<Trouble>();
  readonly #household: Household;
  readonly #logs: LogFiles;
  /** Aborted by whoever started us, and by our own stop. */
  readonly #signal: AbortSignal;
  readonly #stopped = new AbortController();
  /** Everything that is under way: a stop waits for it to end. */
  readonly #underWay: Promise<unknown>[] = [];
  #opening: Promise<Database> | undefined;
  #door: FrontDoor | undefined;
  #releasePorts = () => {};
  #stopping: Promise<void> | undefined;

  constructor(options: StartOptions, plan: Plan, releaseLock: () => void) {
    this.#options = options;
    this.#plan = plan;
    this.#releaseLock = releaseLock;
    const { signal } = this.#stopped;
    this.#signal = options.signal === undefined ? signal : AbortSignal.any([options.signal, signal]);
    this.#logs = new LogFiles(plan.logDir);
    this.#household = new Household(plan.dataDir, {
      note: options.note,
      gaveUp: this.#failed.resolve,
      // What the simulators print is no word of the product.
      printed: (name, text) => (logging.has(name) ? this.#logs.write(name, text) : undefined),
    });
  }

  run(): Promise<Product> {
    const started = this.#track(this.#run());
    return Promise.race([started, this.#failed.promise.then(rethrow)]);
  }

  async #run(): Promise<Product> {
    const { env, root, note } = this.#options;
    const plan = this.#plan;
    await requireFreeSpace(plan.dataDir);
    await endLeftovers(plan.dataDir, note);
    await requireFree(plan.port, plan.listenHost);
    const secrets = loadSecrets(plan.dataDir);
    const before = readJson(join(plan.dataDir, "ports.json"), portsSchema) ?? {};
    const { ports, release } = await chooseInnerPorts(plan.port, before);
    this.#releasePorts = release;
    for (const notice of plan.notices) note(notice);

    const simulators = this.#track(this.#startSimulators(secrets, ports));
    const built = this.#track(this.#build());
    this.#opening = this.#track(this.#openDatabase(secrets, ports));

    const database = await this.#opening;
    const known = { ...ports, ...(database.port === undefined ? {} : { postgres: database.port }) };
    const settings = () => productSettings(plan, secrets, known, database.urls, root, env);
    const migrated = this.#track(this.#migrate(database, settings()));
    await built;
    this.#startChild("next", this.#options.commands.next(known), settings(), [known.next], 2_000);
    await migrated;
    if (this.#needsSeed(database)) {
      await simulators; // the demo business's greeting is spoken by them
      await this.#seed(database, settings());
    }
    const server = { edge: "edge,media,events", jobs: "jobs,whatsapp" };
    const { commands } = this.#options;
    await this.#startEdge({ ...settings(), ROLES: server.edge });
    const jobs = this.#launch(commands.jobs, { ...settings(), ROLES: server.jobs });
    this.#household.start({ name: "jobs", launch: jobs, ports: [], graceMs: 5_000, background: true });
    this.#writeDown(secrets, known, database, settings());
    await Promise.all([simulators, waitUntilReady(plan.port, this.#household, this.#signal)]);
    return this.#product(secrets, known);
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    this.#stopped.abort();
    await this.#household.stop([
      ["edge", "jobs"],
      ["next", "phone", "simulators"],
    ]);
    this.#door?.close();
    await Promise.allSettled(this.#underWay);
    const database = await this.#opening?.catch(() => undefined);
    await database?.stop();
    this.#releasePorts();
    await this.#logs.close();
    for (const name of ["runtime.json", "children.json"]) rmSync(join(this.#plan.dataDir, name), { force: true });
    this.#releaseLock();
  }

  async #startSimulators(secrets: Secrets, ports: Ports): Promise<void> {
    if (this.#plan.mode !== "simulation") return;
    const { env, commands, note } = this.#options;
    const settings = simulatorSettings(this.#plan, secrets, ports, env);
    const { phone, openai, tts, smtp, mailbox, whatsapp, whatsappMedia, paypal, tranzila } = ports;
    writeTrustedCertificates(this.#plan, secrets, env, note);
    writePayPalAuthority(this.#plan, secrets);
    const others = [openai, tts, smtp, mailbox, whatsapp, whatsappMedia, paypal, tranzila];
    const children = [
      this.#startChild("phone", commands.phone, settings, [phone], 1_500),
      this.#startChild("simulators", commands.simulators, settings, others, 1_500),
    ];
    await Promise.all(children.map((child) => child.ready(60_000, this.#signal)));
  }

  async #build(): Promise<void> {
    const { root, commands, note } = this.#options;
    if (commands.build === undefined) return;
    const state = buildState(root, this.#plan.distDir);
    if (!state.stale) return;
    note("Building the pages (about half a minute; only after a change) …");
    state.begin();
    await this.#task("build", commands.build, { NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: this.#plan.distDir });
    state.finish();
  }

  #openDatabase(secrets: Secrets, ports: Ports): Promise<Database> {
    const { root, note } = this.#options;
    const gaveUp = this.#failed.resolve;
    return openDatabase({ plan: this.#plan, secrets, port: ports.postgres, root, note, gaveUp });
  }

  async #migrate(database: Database, settings: Record<string, string>): Promise<void> {
    if (database.state?.isCurrent) return;
    this.#options.note("Bringing the database up to date …");
    await this.#task("migrate", this.#options.commands.migrate, settings);
    database.state?.migrated();
  }

  /** The operator's own server tells by itself whether it is empty; of ours it has been written down. */
  #needsSeed(database: Database): boolean {
    return this.#plan.mode === "simulation" && !(database.state?.isSeeded ?? false);
  }

  async #seed(database: Database, settings: Record<string, string>): Promise<void> {
    this.#options.note("Filling an empty database with the demo business …");
    await this.#task("seed", this.#options.commands.seed, settings);
    database.state?.seeded();
  }

  #task(name: string, args: readonly string[], settings: Record<string, string>): Promise<void> {
    return runTask(name, this.#launch(args, settings), this.#plan.dataDir, this.#signal);
  }

  /** With live reload the edge is a child's child, which no connection can be handed to: it listens itself. */
  async #startEdge(settings: Record<string, string>): Promise<void> {
    const { commands, development } = this.#options;
    const { port, listenHost, mode } = this.#plan;
    const launch = (more: Record<string, string>) => this.#launch(commands.edge, { ...settings, ...more });
    const spec = { name: "edge", ports: [port], graceMs: EDGE_GRACE_MS };
    this.#signal.throwIfAborted();
    if (development) {
      this.#household.start({ ...spec, launch: launch({}) });
      return;
    }
    this.#door = await FrontDoor.open(port, mode === "simulation" ? listenHost : undefined);
    this.#household.start({ ...spec, launch: launch({ EDGE_TAKES_CONNECTIONS: "true" }), door: this.#door });
  }

  #startChild(
    name: string,
    args: readonly string[],
    settings: Record<string, string>,
    ports: readonly number[],
    graceMs: number,
  ) {
    this.#signal.throwIfAborted();
    return this.#household.start({ name, launch: this.#launch(args, settings), ports, graceMs });
  }

  /** A step is awaited where its result is needed; until then its failure must not count as unhandled. */
  #track<T>(step: Promise<T>): Promise<T> {
    step.catch(() => {});
    this.#underWay.push(step);
    return step;
  }

  #launch(args: readonly string[], settings: Record<string, string>) {
    const { env, root, development } = this.#options;
    return { args, cwd: root, env: { ...baseEnvironment(env, root, development ?? false), ...settings } };
  }

  /** Before it is ready: whoever waits for /readyz may look at these at once. */
  #writeDown(secrets: Secrets, ports: Ports, database: Database, settings: Record<string, string>): void {
    const { dataDir, mode, publicUrl } = this.#plan;
    writePrivateJson(join(dataDir, "ports.json"), ports);
    const runtime = {
      mode,
      publicUrl,
      databaseUrl: database.urls.owner,
      databaseAppUrl: database.urls.app,
      ports,
      settings,
    };
    writePrivateJson(join(dataDir, "runtime.json"), runtime);
    if (mode === "simulation")
      writePrivateJson(join(dataDir, "simulation.json"), simulationFile(this.#plan, secrets, ports));
  }

  #product(secrets: Secrets, ports: Ports): Product {
    const plan = this.#plan;
    const simulated = plan.mode === "simulation";
    return {
      url: plan.publicUrl,
      plan,
      ports,
      simulation: simulated ? simulationFile(plan, secrets, ports) : undefined,
      logins: simulated ? demoLogins(plan.dataDir) : [],
      failed: this.#failed.promise,
      stop: () => this.stop(),
    };
  }
}

const portsSchema = z.partialRecord(z.enum(portNames), z.number());

function rethrow(error: Error): never {
  throw error;
}

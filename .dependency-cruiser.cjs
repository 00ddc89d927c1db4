/**
 * Who may call whom: docs/architecture.md as rules. Each area lists what it may import of ours; everything else of ours
 * is forbidden to it. Packages are governed by the few rules at the end.
 */
const core =
  "^lib/(config/|errors\\.ts|log\\.ts|context\\.ts|csv\\.ts|in-time\\.ts|together\\.ts|pause-after\\.ts|parse-json\\.ts|permissions\\.ts|db/|audit/|events/|jobs/)";
const hebrew = "^lib/hebrew/";
const ports = "^lib/providers/[^/]+/types\\.ts";
const schemas = "^lib/[^/]+/schemas(\\.ts|/)";
const schema = "^drizzle/schema/";
const domainNames =
  "calls|messaging|whatsapp|templates|broadcasts|ordering|businesses|users|customers|segments|leads|deals|tasks|appointments|listings|payments|invoices|contracts|analytics|search|notifications|api-keys|privacy|health";
const domains = `^lib/(${domainNames})/`;
const queries = `^lib/(${domainNames})/queries(\\.ts|/)`;
const ours = "^(app|components|lib|drizzle|server-ws|simulators|scripts|e2e|bench)/|^(proxy|instrumentation)\\.ts";
const tests = "\\.test\\.tsx?$|/testing/";

/** `from` may import of ours only what `may` lists, and its own folder. */
const area = (name, from, may) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: tests },
  to: { path: ours, pathNot: may },
});

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(#messages|\\.next)" },
    },
    area("schema-stands-alone", schema, [schema, "^lib/permissions\\.ts", schemas]),
    area("hebrew-stands-alone", hebrew, [hebrew]),
    area("errors-stand-alone", "^lib/errors\\.ts", ["^$"]),
    area("config-reads-only-the-environment", "^lib/config/", ["^lib/config/", "^lib/errors\\.ts"]),
    area("voice-is-pure", "^lib/voice/", ["^lib/voice/", hebrew, "^lib/errors\\.ts", ports]),
    area("core", core, [core, hebrew, schema, schemas]),
    area("providers", "^lib/providers/", ["^lib/providers/", core, hebrew]),
    area("agent", "^lib/agent/", ["^lib/agent/", core, hebrew, ports, domains, schema, "^lib/voice/ports\\.ts"]),
    area("view-types-know-no-database", schemas, [schemas, hebrew]),
    area("domains", domains, [core, hebrew, schema, "^lib/providers/", "^lib/voice/gibberish/", domains]),
    {
      name: "queries-stay-at-home",
      severity: "error",
      from: { path: `^lib/(${domainNames})/`, pathNot: tests },
      to: { path: queries, pathNot: "^lib/$1/" },
    },
    area("web", "^lib/web/", ["^lib/"]),
    area("client", "^lib/client/", ["^lib/client/", schemas, hebrew]),
    area("components", "^components/", ["^components/", hebrew, schemas, "^lib/client/", "^lib/permissions\\.ts"]),
    area("app", "^(app/|(proxy|instrumentation)\\.ts)", ["^app/", "^components/", "^lib/"]),
    {
      name: "app-asks-no-queries",
      severity: "error",
      from: { path: "^(app/|(proxy|instrumentation)\\.ts)", pathNot: tests },
      to: { path: [queries, "^drizzle/", "^lib/db/"] },
    },
    area("server-ws", "^server-ws/", ["^server-ws/", "^lib/(?!web/|client/|testing/)"]),
    area("simulators", "^simulators/", ["^simulators/"]),
    area("outside-in", "^(scripts|e2e|bench)/", [
      "^(scripts|e2e|bench)/",
      "^lib/",
      "^simulators/",
      "^drizzle/migrate\\.ts",
      // bench/vad measures the detector itself.
      "^server-ws/media/vad/",
    ]),
    area("drizzle", "^drizzle/(?!schema/)", ["^drizzle/", "^lib/"]),
    {
      name: "next-only-in-web",
      severity: "error",
      from: { path: "^(lib|server-ws)/", pathNot: ["^lib/web/", tests] },
      // next-auth/jwt decodes the login cookie for server-ws too: lib/users/session.ts is its one place.
      to: { path: "node_modules/(next|next-auth|react)/", pathNot: "node_modules/next-auth/jwt/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(node_modules|\\.next|\\.data|docs|public|messages|\\.ci)" },
    tsConfig: { fileName: "tsconfig.json" },
    parser: "swc",
    enhancedResolveOptions: {
      conditionNames: ["import", "node", "default"],
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};

import type { Commands } from "../commands.ts";

/**
 * Small stand-ins for the product's programs, for tests of the supervisor. Each runs in the project folder, writes what
 * it did to the files `tasks`, `listening` and `stops` there, and can be replaced by other code.
 */
export function fakeCommands(instead: Readonly<Record<string, string>> = {}): Commands {
  const code = (name: string, usual: string) => ["-e", instead[name] ?? usual];
  const task = (name: string, more = "") => code(name, `require('fs').appendFileSync('tasks', '${name}\\n');${more}`);
  const logins = JSON.stringify([{ email: "owner@example.com", password: "pw", role: "owner" }]);
  return {
    migrate: task("migrate"),
    seed: task("seed", `require('fs').writeFileSync(process.env.DATA_DIR + '/demo-logins.json', '${logins}')`),
    build: task(
      "build",
      "require('fs').mkdirSync('.next', { recursive: true });require('fs').writeFileSync('.next/BUILD_ID', '1')",
    ),
    phone: code("phone", server("phone", ["SIM_PORT_PHONE"])),
    simulators: code(
      "simulators",
      server(
        "simulators",
        ["OPENAI", "TTS", "SMTP", "MAILBOX", "WHATSAPP", "WHATSAPP_MEDIA", "PAYPAL", "TRANZILA"].map(
          (name) => `SIM_PORT_${name}`,
        ),
      ),
    ),
    next: () => code("next", server("next", ["NEXT_PORT"])),
    edge: code("edge", server("edge", [])),
    jobs: code("jobs", server("jobs", [])),
  };
}

/** Answers on its ports, or on the connections that it is handed; when told to stop, notes whether the database still listens, then goes. */
function server(name: string, ports: readonly string[]): string {
  return `
    const { createServer } = require('node:http');
    const { connect } = require('node:net');
    const { appendFileSync, readFileSync } = require('node:fs');
    const answering = () =>
      createServer((request, response) => response.end(request.url === '/pid' ? String(process.pid) : 'ok'));
    for (const name of ${JSON.stringify(ports)}) answering().listen(Number(process.env[name]), '127.0.0.1');
    if (process.env.EDGE_TAKES_CONNECTIONS) {
      const server = answering();
      process.on('message', ({ id }, socket) => {
        process.send({ type: 'taken', id });
        server.emit('connection', socket);
        socket.resume();
      });
      process.send({ type: 'accepting' });
    }
    setInterval(() => {}, 1000);
    process.once('SIGTERM', () => {
      const note = (state) => { appendFileSync('stops', '${name} database ' + state + '\\n'); process.exit(0); };
      const { postgres } = JSON.parse(readFileSync('.data/ports.json', 'utf8'));
      connect(postgres, '127.0.0.1').once('connect', () => note('up')).once('error', () => note('down'));
    });
    appendFileSync('listening', '${name}\\n');
  `;
}

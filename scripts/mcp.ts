import './quiet-pipe.ts';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createBoundedCalls } from '../src/assistants/bounded-calls.ts';
import { serveHttp } from '../src/assistants/http/serve-http.ts';
import { serveStdio } from '../src/assistants/serve-stdio.ts';
import { readProcessConfig } from '../src/config.ts';
import { createLogger } from '../src/log.ts';
import { openChosenArchive } from '../src/open-archive.ts';
import { createShutdown } from '../src/shutdown.ts';
import { version } from '../src/version.ts';
import { exitCodeOf } from './exit-code.ts';
import { setMemoryFlags } from './v8-memory-flags.ts';

const USAGE = `Usage: npm run -s mcp

Serves the archive to an AI assistant by the Model Context Protocol: by standard input and output, or by
HTTP on 127.0.0.1 where MCP_PORT and MCP_TOKEN are set. See README.md.
`;

/** How long the archive's opening is waited for once nobody asks any more. */
const OPENS_WITHIN_MS = 30_000;

const code = await exitCodeOf(run, USAGE);
if (code !== 0) process.exit(code);

async function run(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  setMemoryFlags();
  const config = readProcessConfig();
  const log = createLogger(config.logLevel);
  const shutdown = createShutdown(log, async () => {});
  // An assistant waits for the first answer shorter than a large archive takes to open: it is opened
  // meanwhile, and what is asked waits for it.
  const opening = openChosenArchive(config, log);
  shutdown.add(async () => {
    const live = await opening.catch(() => undefined);
    await live?.close();
  });
  const failed = opening.then(
    () => new Promise<never>(() => {}),
    (error) => {
      throw error;
    },
  );
  const shared = {
    calls: createBoundedCalls(async () => (await opening).archive),
    log,
    now: () => new Date(),
    timeZone: config.timeZone,
    version,
  };
  if (config.assistants) {
    const server = await serveHttp(config.assistants, shared);
    shutdown.add(server.close);
    log.info({ url: server.url }, 'serving assistants by HTTP');
    await failed;
  } else {
    await Promise.race([serveStdio(shared), failed]);
    // An archive that can't be opened is said, also to an assistant that has gone before it asked.
    await Promise.race([opening, setTimeout(OPENS_WITHIN_MS, undefined, { ref: false })]);
    await shutdown.end(0);
  }
  return 0;
}

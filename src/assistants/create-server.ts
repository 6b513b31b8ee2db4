import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { Logger } from '../log.ts';
import { Output, toCallResult } from './answer.ts';
import type { BoundedCalls } from './bounded-calls.ts';
import { readCoverage } from './coverage.ts';
import { describeFailure } from './failure.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { registerResources } from './resources.ts';
import type { Services } from './services.ts';
import { tools } from './tools/index.ts';
import type { Tool } from './tools/tool.ts';

/** What the servers of all assistants share. */
export type Shared = Omit<Services, 'archive'> & {
  calls: BoundedCalls;
  log: Logger;
  version: string;
};

/** Arguments are small: what has more parts than this is none of them. */
const MOST_ELEMENTS = 50;

/** A server for one assistant: six tools, and documents as resources. Nothing can be changed by it. */
export function createServer(shared: Shared): McpServer {
  const server = new McpServer(
    { name: 'reading-room', title: 'Reading Room', version: shared.version },
    { instructions: INSTRUCTIONS, maxToolInputElements: MOST_ELEMENTS },
  );
  for (const tool of tools) {
    const { name, title, description, input } = tool;
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input,
        outputSchema: Output,
        annotations: { readOnlyHint: true, openWorldHint: false },
      },
      (given, { signal }) => call(tool, given, signal, shared),
    );
  }
  registerResources(server, shared);
  return server;
}

async function call(
  tool: Tool,
  input: unknown,
  signal: AbortSignal,
  { calls, log, now, timeZone }: Shared,
): Promise<CallToolResult> {
  try {
    return await calls.run(signal, async (archive) => {
      const answer = await tool.run(input, { archive, now, timeZone });
      return toCallResult(answer, await readCoverage(archive));
    });
  } catch (error) {
    // Nobody is told of what was cancelled.
    if (signal.aborted) throw error;
    return { content: [{ type: 'text', text: describeFailure(error, log) }], isError: true };
  }
}

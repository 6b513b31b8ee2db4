import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createBoundedCalls } from '../../src/assistants/bounded-calls.ts';
import { createServer, type Shared } from '../../src/assistants/create-server.ts';
import { createLogger } from '../../src/log.ts';
import type { Archive } from '../../src/search/archive.ts';

/** What a tool answers, checked as loosely as an assistant reads it. */
const Told = z.looseObject({
  total: z.int(),
  notes: z.array(z.string()),
  coverage: z.looseObject({ note: z.string() }),
  // Each tool has fields of its own, which tests look into.
  results: z.array(z.record(z.string(), z.any())),
});

type Called = { isError: boolean; text: string; told: z.infer<typeof Told> };

/** An assistant, by the SDK's own client. */
export type Assistant = {
  client: Client;
  /** Calls a tool; `told` throws where there is no answer. */
  call(name: string, input?: object, signal?: AbortSignal): Promise<Called>;
};

/** What servers share, on an archive that a test gives. */
export const sharedOn = (archive: Archive, given: Partial<Shared> = {}): Shared => ({
  calls: createBoundedCalls(async () => archive),
  log: createLogger('silent'),
  now: () => new Date('2026-10-16T12:00:00Z'),
  timeZone: 'UTC',
  version: '0.0.0',
  ...given,
});

/** Connects an assistant by whatever it is connected by. */
export async function connect(transport: Transport): Promise<Assistant> {
  const client = new Client({ name: 'test', version: '0.0.0' });
  await client.connect(transport);
  return {
    client,
    async call(name, input = {}, signal) {
      const asked = { name, arguments: { ...input } };
      const answer = CallToolResultSchema.parse(
        await client.callTool(asked, undefined, signal && { signal }),
      );
      const text = answer.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
      return {
        isError: answer.isError === true,
        text,
        get told() {
          return Told.parse(answer.structuredContent, { error: () => text });
        },
      };
    },
  };
}

/** An assistant in this process; it leaves with its test. */
export async function assistantOn(
  archive: Archive,
  given: Partial<Shared> = {},
): Promise<Assistant> {
  const [own, others] = InMemoryTransport.createLinkedPair();
  const server = createServer(sharedOn(archive, given));
  await server.connect(others);
  const assistant = await connect(own);
  onTestFinished(() => assistant.client.close());
  return assistant;
}

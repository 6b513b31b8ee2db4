import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { formatAnswer } from './answer.ts';
import { readCoverage } from './coverage.ts';
import type { Shared } from './create-server.ts';
import { line } from './facts.ts';
import { describeFailure } from './failure.ts';
import type { Services } from './services.ts';
import { findDocument } from './tools/find-document.ts';
import { readPages } from './tools/read-pages.ts';
import { readRecord } from './tools/read-record.ts';

/** How many of perhaps many thousands are listed: the oldest ones. All can be read. */
const MOST_LISTED = 50;
const MOST_SUGGESTED = 20;
const MIME_TYPE = 'text/plain';

/** Documents and the pages of their texts as resources. */
export function registerResources(server: McpServer, shared: Shared): void {
  const { calls, log, now, timeZone } = shared;
  /** @throws Error whose message is the assistant's to read */
  const ask = <Value>(signal: AbortSignal, work: (services: Services) => Promise<Value>) =>
    calls
      .run(signal, (archive) => work({ archive, now, timeZone }))
      .catch((error) => {
        if (signal.aborted) throw error;
        throw new Error(describeFailure(error, log), { cause: error });
      });
  const suggestIds = (typed: string) =>
    ask(new AbortController().signal, async ({ archive }) => {
      const found = await archive.suggest(line(typed, 300), MOST_SUGGESTED);
      return found.map(({ id }) => id);
    });

  server.registerResource(
    'document',
    new ResourceTemplate('reading-room://document/{id}', {
      list: ({ signal }) =>
        ask(signal, async ({ archive }) => {
          const { documents } = await archive.overlapping({}, { offset: 0, limit: MOST_LISTED });
          return {
            resources: documents.map(({ id, title }) => ({
              uri: `reading-room://document/${id}`,
              name: id,
              title: line(title, 200),
            })),
          };
        }),
      complete: { id: suggestIds },
    }),
    {
      title: 'A document’s record',
      description: 'By its id. Only the 50 oldest are listed; search finds the others.',
      mimeType: MIME_TYPE,
    },
    ({ href }, { id }, { signal }) =>
      ask(signal, async (services) => {
        const document = await findDocument(String(id), services.archive);
        const answer = await readRecord(document, services);
        return textOf(href, formatAnswer(answer, await readCoverage(services.archive)));
      }),
  );

  server.registerResource(
    'page',
    new ResourceTemplate('reading-room://document/{id}/page/{page}', {
      list: undefined,
      complete: { id: suggestIds },
    }),
    {
      title: 'A page of a document’s text',
      description: 'By the document’s id and the number of the page.',
      mimeType: MIME_TYPE,
    },
    ({ href }, { id, page }, { signal }) =>
      ask(signal, async (services) => {
        const document = await findDocument(String(id), services.archive);
        const answer = await readPages(document, { page: Number(page), offset: 0 }, services, 1);
        return textOf(href, formatAnswer(answer, await readCoverage(services.archive)));
      }),
  );
}

const textOf = (uri: string, text: string) => ({ contents: [{ uri, mimeType: MIME_TYPE, text }] });

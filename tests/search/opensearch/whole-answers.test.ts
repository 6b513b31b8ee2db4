import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ArchiveUnreachable } from '../../../src/errors.ts';
import { openCluster } from '../../../src/search/opensearch/cluster.ts';
import { sendLines } from '../../../src/search/opensearch/load/send-lines.ts';

/** What a server answers to one request: a status and a body, a broken connection, or nothing. */
type Answer = { status?: number; body: object } | 'break' | 'hang';

const WHOLE = { hits: { total: { value: 1 }, hits: [] }, _shards: { failed: 0 } };
const found = (...responses: object[]): Answer => ({ body: { responses } });

/** A server that answers so, one after the other, the last of them from then on; and a cluster of it. */
async function answering(answers: readonly Answer[], timeoutMs = 500) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answer = answers[Math.min(bodies.length, answers.length - 1)] ?? 'hang';
    bodies.push(body);
    reply(response, answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const cluster = openCluster({ urls: [`http://127.0.0.1:${port}`] }, timeoutMs);
  onTestFinished(async () => {
    await cluster.close();
    server.closeAllConnections();
    server.close();
  });
  return { cluster, bodies };
}

function reply(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'break') return void response.destroy();
  response.statusCode = answer.status ?? 200;
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer.body));
}

const PARTIAL: readonly (readonly [string, Answer])[] = [
  ['a shard that failed', found({ ...WHOLE, _shards: { failed: 1 } })],
  ['what ran out of time', found({ ...WHOLE, timed_out: true })],
  ['an error within', found(WHOLE, { error: { type: 'some_exception' }, status: 500 })],
  ['a full queue', { status: 429, body: { error: { type: 'rejected_execution_exception' } } }],
  ['a node that is starting', { status: 503, body: { error: { type: 'unavailable' } } }],
  ['a connection that breaks', 'break'],
];

describe('an answer', () => {
  const search = { index: 'any', body: {} };

  it.each(PARTIAL)('that is none for %s is asked for again', async (_, answer) => {
    const { cluster, bodies } = await answering([answer, found(WHOLE)]);
    expect(await cluster.search([search])).toEqual([WHOLE]);
    expect(bodies).toHaveLength(2);
  });

  it.each(PARTIAL)('that stays away for %s is an outage', async (_, answer) => {
    const { cluster } = await answering([answer]);
    await expect(cluster.search([search])).rejects.toThrow(ArchiveUnreachable);
  });

  it('that hangs is waited for once', async () => {
    const { cluster, bodies } = await answering(['hang'], 60);
    await expect(cluster.search([search])).rejects.toThrow(ArchiveUnreachable);
    expect(bodies).toHaveLength(1);
    await expect(cluster.within(20).search([search])).rejects.toMatchObject({
      cause: { message: 'there is no answer in time' },
    });
  });

  it.each<Answer>(['break', { status: 503, body: { error: { type: 'unavailable' } } }])(
    'to what makes something is asked for once (%j)',
    async (answer) => {
      const { cluster, bodies } = await answering([answer]);
      const making = cluster.ask({ method: 'PUT', path: '/new', isOnce: true });
      await expect(making).rejects.toThrow(ArchiveUnreachable);
      expect(bodies).toHaveLength(1);
    },
  );

  it.each([
    [401, 'it refuses the user or the password (401)'],
    [403, 'the user may not do that (403)'],
  ])('that refuses (%i) says why', async (status, message) => {
    const { cluster } = await answering([{ status, body: { error: { type: 'security' } } }]);
    await expect(cluster.search([search])).rejects.toMatchObject({ cause: { message } });
  });

  it('to nothing that can be understood is an error of ours', async () => {
    const body = { error: { type: 'parsing_exception' } };
    const { cluster } = await answering([{ status: 400, body }]);
    const asking = cluster.search([search]);
    await expect(asking).rejects.toThrow('refused a request: parsing_exception');
    await expect(asking).rejects.not.toThrow(ArchiveUnreachable);
  });
});

describe('documents that are sent', () => {
  const outcome = (_id: string, status: number, type?: string) => ({
    index: { _id, status, ...(type && { error: { type } }) },
  });

  it('are sent again where one of them was not taken, and only that one', async () => {
    const busy = 'rejected_execution_exception';
    const { cluster, bodies } = await answering([
      { body: { errors: true, items: [outcome('a', 201), outcome('b', 429, busy)] } },
      { body: { errors: false, items: [outcome('b', 201)] } },
    ]);
    await sendLines(cluster, 'any', ['"a"\n', '"b"\n']);
    expect(bodies).toEqual(['"a"\n"b"\n', '"b"\n']);
  });

  it('and are refused are named', async () => {
    const items = [outcome('a', 201), outcome('b', 400, 'mapper_parsing_exception')];
    const { cluster } = await answering([{ body: { errors: true, items } }]);
    await expect(sendLines(cluster, 'any', ['"a"\n', '"b"\n'])).rejects.toThrow(
      'refused 1 documents, the first of them b: mapper_parsing_exception',
    );
  });
});

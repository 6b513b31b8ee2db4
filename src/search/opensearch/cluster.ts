import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '@opensearch-project/opensearch';
import { unreadable } from '../../data/corpus/problem.ts';
import { ArchiveUnreachable, UserError } from '../../errors.ts';
import {
  asFailure,
  BrokenConnection,
  checkWhole,
  PartialAnswer,
  type Parts,
} from './whole-answer.ts';

/** Where a cluster is: its nodes' addresses, which may name a user, and a file with the authority to trust. */
export type ClusterAddress = { urls: readonly string[]; certificate?: string | undefined };

/** A request as OpenSearch's REST API has it; a list is sent as lines of JSON. */
type Request = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Readonly<Record<string, string | number | boolean>>;
  body?: object | string | readonly object[];
  /** Where it may take longer than an answer, in milliseconds. */
  timeoutMs?: number;
  /** Whether it makes something, and so would be refused if it came twice. */
  isOnce?: boolean;
};

/** A cluster to be asked. */
export type Cluster = {
  /**
   * The whole answer to a request, never a part of it.
   * @throws ArchiveUnreachable where there is none; Error for a request that is wrong
   */
  ask<Answer>(request: Request): Promise<Answer>;
  /** The same where the index or document may be missing: then it is undefined. */
  find<Answer>(request: Request): Promise<Answer | undefined>;
  /** The answers to several searches, in their order. */
  search<Answer extends SearchAnswer>(searches: readonly Search[]): Promise<Answer[]>;
  /**
   * What is kept under some ids, in their order; undefined for one that isn't there.
   * @param wanted what of each, as parameters of the request
   */
  get(
    index: string,
    ids: readonly string[],
    wanted?: Request['query'],
  ): Promise<(SearchHit | undefined)[]>;
  /** The same cluster, whose searches are given up after so many milliseconds. */
  within(timeoutMs: number): Cluster;
  close(): Promise<void>;
};

/** A search of an index. */
export type Search = { index: string; body: object; isDistributed?: boolean };

/** What is read of the answer to a search. */
export type SearchAnswer = {
  hits: { total: { value: number }; hits: SearchHit[] };
  aggregations?: Record<string, unknown>;
};
export type SearchHit = {
  _id: string;
  _score: number | null;
  _source?: unknown;
  fields?: Record<string, unknown[]>;
  sort?: unknown[];
  matched_queries?: string[];
};

/** Longer than any answer takes; a node that has died without a word is given up then. */
const REQUEST_TIMEOUT_MS = 10_000;
/** A shard whose node has died is soon found elsewhere. */
const PAUSES_MS = [100, 300, 600, 1000];

/**
 * Opens a cluster, which needn't be there yet.
 * @throws UserError if the certificate's file can't be read
 */
export function openCluster(
  { urls, certificate }: ClusterAddress,
  timeoutMs = REQUEST_TIMEOUT_MS,
): Cluster {
  const client = new Client({
    nodes: [...urls],
    // What is sent again, and when, is said here: the client would wait for each node in turn.
    maxRetries: 0,
    ...(certificate !== undefined && { ssl: { ca: readCertificate(certificate) } }),
  });
  return askThrough(client, urls.length, timeoutMs);
}

function askThrough(client: Client, nodes: number, patienceMs: number): Cluster {
  /** @returns undefined for what is missing and may be */
  async function send(request: Request, mayMiss: boolean): Promise<unknown> {
    const { method, path, query = {}, body, timeoutMs = patienceMs } = request;
    const isLines = Array.isArray(body) || typeof body === 'string';
    const { body: answer, statusCode } = await client.transport.request(
      {
        method,
        path,
        querystring: { ...query },
        ...(isLines ? { bulkBody: asLines(body) } : body && { body }),
      },
      { requestTimeout: timeoutMs, ignore: mayMiss ? [404] : [] },
    );
    return statusCode === 404 ? undefined : answer;
  }

  /**
   * A part of an answer is none: it is asked for again after a pause. Where a connection breaks, the
   * next node is asked at once. What has hung isn't waited for again.
   */
  async function whole<Answer>(
    request: Request,
    check: (answer: Answer) => void,
    mayMiss = false,
  ): Promise<Answer> {
    const pauses = new Map<unknown, number[]>([
      [BrokenConnection, Array(nodes).fill(0)],
      [PartialAnswer, [...PAUSES_MS]],
    ]);
    for (;;) {
      try {
        const answer = (await send(request, mayMiss)) as Answer;
        check(answer);
        return answer;
      } catch (error) {
        const failure = asFailure(error);
        const pause = request.isOnce ? undefined : pauses.get(failure.constructor)?.shift();
        if (pause === undefined)
          throw pauses.has(failure.constructor) ? new ArchiveUnreachable(failure) : failure;
        await wait(pause);
      }
    }
  }

  return {
    ask: (request) => whole(request, (answer) => checkWhole(answer as Parts)),
    find: <Answer>(request: Request) => whole<Answer | undefined>(request, () => {}, true),
    async search<Answer extends SearchAnswer>(searches: readonly Search[]) {
      if (searches.length === 0) return [];
      const lines = searches.flatMap(({ index, body, isDistributed }) => [
        {
          index,
          allow_partial_search_results: false,
          ...(isDistributed && { search_type: 'dfs_query_then_fetch' }),
        },
        body,
      ]);
      const request: Request = { method: 'POST', path: '/_msearch', body: lines };
      const { responses } = await whole<{ responses: (Answer & Parts)[] }>(request, (answer) =>
        answer.responses.forEach(checkWhole),
      );
      return responses;
    },
    async get(index, ids, wanted = {}) {
      if (ids.length === 0) return [];
      const request: Request = {
        method: 'POST',
        path: `/${index}/_mget`,
        query: { realtime: false, ...wanted },
        body: { ids },
      };
      type Got = Parts & SearchHit & { found?: boolean };
      const { docs } = await whole<{ docs: Got[] }>(request, (answer) =>
        answer.docs.forEach(checkWhole),
      );
      return docs.map((one) => (one.found ? one : undefined));
    },
    within: (ms) => askThrough(client, nodes, ms),
    close: () => client.close(),
  };
}

const asLines = (body: string | readonly object[]): string =>
  typeof body === 'string' ? body : body.map((line) => `${JSON.stringify(line)}\n`).join('');

function readCertificate(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(`The certificate ${path} can’t be read: ${unreadable(error)}.`);
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createMiniSearchEngine } from '../../src/search/minisearch/engine.ts';
import { aDocument } from '../support/documents.ts';
import { found } from './queries.ts';

const FOLDER = join(import.meta.dirname, 'rankings');

/** Titles as archives print them, and what a query must find first, in this order. */
const RankingSet = z.strictObject({
  documents: z.array(
    z.strictObject({ id: z.string(), title: z.string(), description: z.string() }),
  ),
  queries: z.array(
    z.strictObject({ query: z.string(), expected: z.array(z.string()).min(1), reason: z.string() }),
  ),
});

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const { documents, queries } = RankingSet.parse(
    JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
  );
  const engine = createMiniSearchEngine(documents.map(aDocument));

  it.each(queries)('$query: $reason', async ({ query, expected }) => {
    expect((await found(engine, query)).slice(0, expected.length)).toEqual(expected);
  });
});

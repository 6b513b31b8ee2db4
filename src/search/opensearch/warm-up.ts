import type { Archive } from '../archive.ts';

/** One of each, for what takes long is different in each. */
const SHOWN = { offset: 0, limit: 5 };

/**
 * Asks what people ask, so that not the first of them waits until OpenSearch has read and compiled what
 * it answers with.
 */
export async function warmUp(archive: Archive): Promise<void> {
  const example = await archive.example();
  if (!example) return;
  const { id, title } = example;
  const query = { text: title, filter: {}, facets: true, collapses: true, ...SHOWN } as const;
  await archive.search({ ...query, sort: 'relevance' });
  await archive.search({ ...query, sort: 'oldest' });
  await archive.suggest(title.slice(0, 3), SHOWN.limit);
  await archive.overlapping({}, SHOWN);
  await archive.anniversaries({ month: 1, day: 1 }, 2000, SHOWN);
  await archive.timeline({ text: title, filter: {} });
  await archive.draw({}, [id], 1);
  await archive.related(id, SHOWN.limit);
  await archive.collections();
}

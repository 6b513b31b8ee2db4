import './quiet-pipe.ts';
import { parseArgs, styleText } from 'node:util';
import { type Config, readProcessConfig } from '../src/config.ts';
import { loadCorpus } from '../src/data/corpus/corpus.ts';
import type { Document } from '../src/data/corpus/document.ts';
import type { Page } from '../src/data/texts/page.ts';
import { UserError } from '../src/errors.ts';
import { readFilter } from '../src/interactions/read-options.ts';
import { createLogger } from '../src/log.ts';
import { openChosenArchive } from '../src/open-archive.ts';
import type { Archive } from '../src/search/archive.ts';
import type { Emptiness, Hit, Page as HitsPage, Snippet } from '../src/search/hits.ts';
import { createArchive } from '../src/search/minisearch/create-archive.ts';
import { readTexts } from '../src/search/minisearch/texts/text-sources.ts';
import { loadNames } from '../src/search/names/authority.ts';
import type { Query, SearchedPart } from '../src/search/questions.ts';

const USAGE = `Searches the corpus that CORPUS names, or the OpenSearch that SEARCH_URL names.

  npm run -s ask -- "Castro Khrushchev"

  --from DATE, --to DATE  any form: 1962, October 1962, 16 October 1962, 1960s, c. 1962
  --collection NAME       only this collection
  --in records|texts      only there; both by default
  --limit N               how many hits; 10 by default
  --json                  {"total","hits":[{"id","title","date","score"}]}, dates as printed; "page" of a text`;

/** Wrong usage, as opposed to a corpus that can't be read. */
class UsageError extends UserError {}

try {
  await main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) return print(USAGE);
  const { text, limit } = readQuestion(positionals.join(' '), values);
  const config = readProcessConfig();
  const { archive, close } = await openArchive(config);
  try {
    await answer(archive, { text, limit }, values);
  } finally {
    await close();
  }
}

/** The archive that the bot would ask: the corpus in this thread, unless OpenSearch holds it. */
async function openArchive(config: Config): Promise<{ archive: Archive; close(): Promise<void> }> {
  if (config.search)
    return openChosenArchive({ ...config, snapshot: undefined }, createLogger('silent'));
  const corpus = await loadCorpus(config.corpus);
  const pages = await readAll(config.corpus);
  const archive = createArchive({ ...corpus, pages }, loadNames(config.names));
  return { archive, close: async () => {} };
}

/** The texts of all documents, as the bot reads them. */
async function readAll(corpus: readonly string[]): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const text of readTexts(corpus)) for (const page of text.pages) pages.push(page);
  return pages;
}

async function answer(
  archive: Archive,
  { text, limit }: Pick<Query, 'text' | 'limit'>,
  values: Values,
): Promise<void> {
  const filter = await readNarrowing(values, archive);
  const query: Query = { text, filter, in: readPart(values), sort: 'relevance', offset: 0, limit };
  const page = await archive.search(query);
  if (values.json) {
    const listed = page.hits.map(({ score, page: place, document: { id, title, date } }) => ({
      id,
      title,
      date: date.text,
      score,
      ...(place && { page: place.page }),
    }));
    return print(JSON.stringify({ total: page.total, hits: listed }));
  }
  print(heading(query, page));
  if (page.total === 0) print(reasons(await archive.explain(query)));
  for (const [i, hit] of page.hits.entries()) print(entry(i + 1, hit.document, hit));
}

function readArguments() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    from: text,
    to: text,
    collection: text,
    in: text,
    limit: text,
    json: flag,
    help: flag,
  };
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

type Values = ReturnType<typeof readArguments>['values'];

function readQuestion(text: string, { limit = '10' }: Values): Pick<Query, 'text' | 'limit'> {
  if (!text.trim()) throw new UsageError(USAGE);
  if (!/^[1-9]\d{0,5}$/.test(limit)) {
    throw new UsageError(`--limit: "${limit}" is not a number of hits; use one such as 10.`);
  }
  return { text, limit: Number(limit) };
}

function readPart({ in: part }: Values): SearchedPart | undefined {
  if (part === undefined || part === 'records' || part === 'texts') return part;
  throw new UsageError(`--in: "${part}" is neither records nor texts.`);
}

/** The same filters as in Discord. */
async function readNarrowing(
  { from, to, collection }: Values,
  archive: Archive,
): Promise<Query['filter']> {
  try {
    return (await readFilter({ from, to, collection }, archive)).filter;
  } catch (error) {
    throw error instanceof UserError ? new UsageError(error.message) : error;
  }
}

function heading(
  { text }: Query,
  { total, corrections, offers = [], unknown, otherNames, readAs }: HitsPage,
): string {
  const found = total === 0 ? 'Nothing' : `${total} ${total === 1 ? 'document' : 'documents'}`;
  const instead = corrections.map(({ typed, used }) => `${used} instead of ${typed}`).join(', ');
  const nowhere = total > 0 && unknown.length > 0 ? ` In no document: ${unknown.join(', ')}.` : '';
  const read = readAs.length > 0 ? ` Read as: ${readAs.join(' · ')}.` : '';
  const besides = otherNames.length > 0 ? ` Also searched: ${otherNames.join(', ')}.` : '';
  const meant = offers.map(({ used }) => used).join(', ');
  const offered = meant ? ` Did you mean ${meant}?` : '';
  return `${found} found for "${text}"${instead && `, with ${instead}`}.${read}${besides}${nowhere}${offered}`;
}

function entry(
  number: number,
  { title, date, collection }: Document,
  { snippet, page }: Hit,
): string {
  const place = page ? ` (${page.label ?? `page ${page.page}`}, ${page.kind})` : '';
  const details = [date.text || 'undated', collection].join(' · ');
  const lines = [title, details, `${emphasise(snippet)}${place}`];
  return `\n${lines.map((line, i) => (i === 0 ? `${number}. `.padStart(4) : '    ') + line).join('\n')}`;
}

function emphasise(snippet: Snippet): string {
  const bold = (text: string) => styleText('bold', text, { stream: process.stdout });
  return snippet.map(({ text, match }) => (match ? bold(text) : text)).join('');
}

function reasons({ words, filters, demands, totalUnfiltered, nearMisses }: Emptiness): string {
  const aboutWords = words.map(({ word, total, nearest }) => {
    const hint = nearest.length > 0 ? `; nearest: ${nearest.join(', ')}` : '';
    return `"${word}" is in ${total === 1 ? '1 document' : `${total} documents`}${hint}.`;
  });
  const aboutDemands = demands.map(
    ({ said, excludes, totalWithout }) =>
      `${excludes ? 'Allowing' : 'Without'} ${said}: ${totalWithout}.`,
  );
  const aboutFilters = filters.map(
    ({ name, totalWithout }) => `Without --${name}: ${totalWithout}.`,
  );
  const onlyTogether = filters.length > 1 && totalUnfiltered > 0;
  const aboutAll = onlyTogether ? [`Without any filter: ${totalUnfiltered}.`] : [];
  const near = nearMisses
    ? [
        `Nearly found, ${nearMisses.excludes ? 'allowing' : 'without'} ${nearMisses.without}: ${nearMisses.documents.map(({ id }) => id).join(', ')}.`,
      ]
    : [];
  return [...aboutWords, ...aboutDemands, ...aboutFilters, ...aboutAll, ...near].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

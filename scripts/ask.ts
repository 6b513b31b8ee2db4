import { parseArgs, styleText } from 'node:util';
import { readProcessConfig } from '../src/config.ts';
import { loadCorpus } from '../src/data/corpus.ts';
import { compareDays } from '../src/data/date/compare.ts';
import type { Day } from '../src/data/date/historical-date.ts';
import { readDateQuestion } from '../src/data/date/question.ts';
import type { Document } from '../src/data/document.ts';
import { UserError } from '../src/errors.ts';
import type { Emptiness, Hit, Page, Query, Snippet } from '../src/search/engine.ts';
import { createMiniSearchEngine } from '../src/search/minisearch.ts';

const USAGE = `Asks the corpus that CORPUS names.

  npm run -s ask -- "cuban missiles"

  --from DATE, --to DATE  any form: 1962, October 1962, 16 October 1962, 1960s, c. 1962
  --collection NAME       only this collection, by its whole name
  --limit N               how many hits; 10 unless told
  --json                  {"total","hits":[{"id","title","date","score"}]}, dates as printed`;

/** Wrong usage, told from a corpus that cannot be read. */
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
  const query = readQuery(positionals.join(' '), values);
  const { documents, byId } = await loadCorpus(readProcessConfig().corpus);
  const engine = createMiniSearchEngine(documents);
  const page = await engine.search(query);
  const hits = page.hits.flatMap((hit) => {
    const document = byId.get(hit.id);
    return document ? [{ hit, document }] : [];
  });
  if (values.json) {
    const listed = hits.map(({ hit: { id, score }, document: { title, date } }) => ({
      id,
      title,
      date: date.text,
      score,
    }));
    return print(JSON.stringify({ total: page.total, hits: listed }));
  }
  print(heading(query, page));
  if (page.total === 0) print(reasons(await engine.explain(query)));
  for (const [i, { hit, document }] of hits.entries()) print(entry(i + 1, document, hit));
}

function readArguments() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { from: text, to: text, collection: text, limit: text, json: flag, help: flag };
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

type Values = ReturnType<typeof readArguments>['values'];

function readQuery(text: string, { from, to, collection, limit = '10' }: Values): Query {
  if (!text.trim()) throw new UsageError(USAGE);
  if (!/^[1-9]\d{0,5}$/.test(limit)) {
    throw new UsageError(`--limit: "${limit}" is not a number of hits; use one such as 10.`);
  }
  const first = from === undefined ? undefined : readDay('from', from);
  const last = to === undefined ? undefined : readDay('to', to);
  if (first && last && compareDays(first, last) > 0) {
    throw new UsageError(`--from "${from}" is later than --to "${to}": exchange them.`);
  }
  const filter = { from: first, to: last, collection };
  return { text, filter, sort: 'relevance', offset: 0, limit: Number(limit) };
}

function readDay(name: 'from' | 'to', typed: string): Day {
  const date = readDateQuestion(typed);
  const day = name === 'from' ? date?.start : date?.end;
  if (day) return day;
  const fault = date ? `has no ${name === 'from' ? 'first' : 'last'} day` : 'is not a date';
  throw new UsageError(`--${name}: "${typed}" ${fault}; use one such as 1962 or 16 October 1962.`);
}

function heading({ text }: Query, { total, corrections }: Page): string {
  const found = total === 0 ? 'Nothing' : `${total} ${total === 1 ? 'document' : 'documents'}`;
  const instead = corrections.map(({ typed, used }) => `${used} instead of ${typed}`).join(', ');
  return `${found} found for "${text}"${instead && `, with ${instead}`}.`;
}

function entry(number: number, { title, date, collection }: Document, { snippet }: Hit): string {
  const lines = [title, [date.text || 'undated', collection].join(' · '), emphasise(snippet)];
  return `\n${lines.map((line, i) => (i === 0 ? `${number}. `.padStart(4) : '    ') + line).join('\n')}`;
}

function emphasise(snippet: Snippet): string {
  const bold = (text: string) => styleText('bold', text, { stream: process.stdout });
  return snippet.map(({ text, match }) => (match ? bold(text) : text)).join('');
}

function reasons({ words, filters }: Emptiness): string {
  const aboutWords = words.map(({ word, total, nearest }) => {
    const hint = nearest.length > 0 ? `; nearest: ${nearest.join(', ')}` : '';
    return `"${word}" is in ${total === 1 ? '1 document' : `${total} documents`}${hint}.`;
  });
  const aboutFilters = filters.map(
    ({ name, totalWithout }) => `Without --${name}: ${totalWithout}.`,
  );
  return [...aboutWords, ...aboutFilters].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

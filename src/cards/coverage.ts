import type { Coverage } from '../data/corpus/coverage.ts';
import { coverageWords } from '../wording/coverage.ts';
import { escapeMarkdown } from './escape.ts';

/** How many gaps of a listing are named before they are only counted. */
const NAMED_GAPS = 6;

/** One sentence for each collection that is not held whole, as Markdown. */
export const gapLines = (coverage: readonly Coverage[]): string[] =>
  coverage.filter(({ listed, held }) => held < listed).map(gapLine);

function gapLine({ collection, listed, held, missing }: Coverage): string {
  const named = missing
    .slice(0, NAMED_GAPS)
    .map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  if (missing.length > NAMED_GAPS) named.push('…');
  return coverageWords.notLoaded(listed - held, listed, escapeMarkdown(collection), named);
}

import { formatSpan } from '../../dates/format.ts';
import type { TextReport } from '../../texts/text-report.ts';
import { formatTotals } from '../../texts/text-totals.ts';
import type { CorpusReport } from './corpus-report.ts';

/** How many of a kind are printed before the rest is only counted. */
const PRINTED = 20;

/** The report as a person reads it. */
export function formatCorpusReport(report: CorpusReport & { texts: TextReport }): string {
  const { documents, collections, precisions, span, undated } = report;
  const { placeholders, duplicates, coverage, texts } = report;
  const lines = [
    `${documents} documents, ${span ? formatSpan(span) : 'none of them dated'}; ${undated} undated`,
    texts.documents > 0 ? `Texts: ${formatTotals(texts)}` : 'Texts: none',
    ...section('Collections', counted(collections)),
    ...section('Dates by precision', counted(precisions)),
    ...section('Pages by kind', counted(texts.kinds)),
    ...section('Texts without a document, which are never shown', texts.withoutDocument),
    ...section(
      'Likely placeholders: far more documents than on the days around',
      placeholders.map(
        ({ day, documents: count, usual }) => `${day}: ${count}, usual there ${usual}`,
      ),
    ),
    ...section(
      'Likely duplicates: the same title and day',
      duplicates.map(({ title, date, ids }) => `${title} (${date}): ${ids.join(', ')}`),
    ),
    ...section(
      'Not held, of what the archive lists',
      coverage.map(({ collection, listed, held }) => `${collection}: ${held} of ${listed} held`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const counted = (counts: Record<string, number>): readonly string[] =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name}: ${count}`);

function section(heading: string, rows: readonly string[]): readonly string[] {
  if (rows.length === 0) return [];
  const rest = rows.length - PRINTED;
  return [
    '',
    `${heading} (${rows.length})`,
    ...rows.slice(0, PRINTED).map((row) => `  ${row}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

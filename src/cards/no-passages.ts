import type { APIEmbed } from 'discord-api-types/v10';
import type { Coverage } from '../data/corpus/coverage.ts';
import type { TextCoverage } from '../search/archive.ts';
import { count, countDocuments } from '../wording/count.ts';
import { commandLine } from './command-line.ts';
import { gapLines } from './coverage.ts';
import { escapeMarkdown, oneLine } from './escape.ts';
import { clip, clipEscaped } from './limits.ts';
import { notice } from './notice.ts';
import { describeTextCoverage } from './text-coverage.ts';

const MOST = { question: 200, lines: 900, gaps: 3 };
const OF_OTHERS = 'What the others say can’t be searched.';

/** A question that no text answers. */
export type Unanswered = {
  question: string;
  /** What it was narrowed to, in words. */
  filters: readonly string[];
  /** Markdown: how it was read. */
  lead: readonly string[];
  coverage: TextCoverage;
  /** What the listings of collections have, and the archive hasn't. */
  gaps: readonly Coverage[];
  /** The same words as a search, and how many documents that finds. */
  search: { options: Readonly<Record<string, string | undefined>>; total: number };
  /** How many passages there are without what it was narrowed to; null if it wasn't. */
  widened: number | null;
};

/**
 * No passage was found, shown so that it can't pass for evidence of absence: what could be read at all,
 * and what the records have.
 */
export function noPassages({
  question,
  filters,
  lead,
  coverage,
  gaps,
  search,
  widened,
}: Unanswered): APIEmbed {
  const narrowed = filters.length > 0 ? ` (${escapeMarkdown(filters.join(', '))})` : '';
  const asked = `“${escapeMarkdown(clip(oneLine(question), MOST.question))}”${narrowed}`;
  const parts =
    coverage.documents === 0
      ? [
          'This archive holds no texts, only records: there is nothing to take passages from.',
          'Whoever runs it can add texts: `npm run import -- … --texts FOLDER`.',
        ]
      : [
          `No passage was found for ${asked} in the texts that are loaded.`,
          clipEscaped(lead.filter(Boolean).join('\n'), MOST.lines),
          clipEscaped(describeTextCoverage(coverage, OF_OTHERS), MOST.lines),
          widened ? widenedLine(question, filters, widened) : '',
          gapLines(gaps).slice(0, MOST.gaps).join('\n'),
        ];
  return notice(
    'No passages',
    [...parts, searchLine(search, widened !== null)].filter(Boolean).join('\n\n'),
  );
}

/** `Without “from 1935” 3 passages were found: …`. */
function widenedLine(question: string, filters: readonly string[], total: number): string {
  const found = total === 1 ? '1 passage was found' : `${count(total)} passages were found`;
  const without = escapeMarkdown(clip(oneLine(filters.join(', ')), MOST.question));
  return `Without “${without}” ${found}: ${commandLine('passages', { question })}.`;
}

/** Words that are in no document can be told only of all documents. */
function searchLine({ options, total }: Unanswered['search'], isNarrowed: boolean): string {
  const line = commandLine('search', options);
  if (total > 0) return `${line} finds ${countDocuments(total)} by what is said about them.`;
  return isNarrowed ? '' : `${line} says which of these words are in no document.`;
}

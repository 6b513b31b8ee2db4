import type { APIEmbed } from 'discord-api-types/v10';
import type { Coverage } from '../data/corpus/coverage.ts';
import type { TextCoverage } from '../search/archive.ts';
import { commandLine } from './command-line.ts';
import { countDocuments } from './count.ts';
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
          gapLines(gaps).slice(0, MOST.gaps).join('\n'),
        ];
  return notice('No passages', [...parts, searchLine(search)].filter(Boolean).join('\n\n'));
}

function searchLine({ options, total }: Unanswered['search']): string {
  const line = commandLine('search', options);
  return total > 0
    ? `${line} finds ${countDocuments(total)} by what is said about them.`
    : `${line} says which of these words are in no document.`;
}

import type { APIEmbed } from 'discord-api-types/v10';
import type { Coverage } from '../data/corpus/coverage.ts';
import type { TextCoverage } from '../search/answers.ts';
import { coverageWords } from '../wording/coverage.ts';
import { noPassagesWords } from '../wording/passages.ts';
import { questionWords } from '../wording/questions.ts';
import { commandLine } from './command-line.ts';
import { gapLines } from './coverage.ts';
import { escapeMarkdown, oneLine } from './escape.ts';
import { clip, clipEscaped } from './limits.ts';
import { notice } from './notice.ts';
import { describeTextCoverage } from './text-coverage.ts';

const MOST = { question: 200, lines: 900, gaps: 3 };

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
  const asked = questionWords.quoted(
    escapeMarkdown(clip(oneLine(question), MOST.question)),
    escapeMarkdown(filters.join(', ')),
  );
  const parts =
    coverage.documents === 0
      ? [noPassagesWords.noTexts, noPassagesWords.addTexts]
      : [
          noPassagesWords.noneFor(asked),
          clipEscaped(lead.filter(Boolean).join('\n'), MOST.lines),
          clipEscaped(
            describeTextCoverage(coverage, coverageWords.othersCannotBeSearched),
            MOST.lines,
          ),
          widened ? widenedLine(question, filters, widened) : '',
          gapLines(gaps).slice(0, MOST.gaps).join('\n'),
        ];
  return notice(
    noPassagesWords.title,
    [...parts, searchLine(search, widened !== null)].filter(Boolean).join('\n\n'),
  );
}

/** `Without “from 1935” 3 passages were found: …`. */
function widenedLine(question: string, filters: readonly string[], total: number): string {
  const without = escapeMarkdown(clip(oneLine(filters.join(', ')), MOST.question));
  return noPassagesWords.without(without, total, commandLine('passages', { question }));
}

/** Words that are in no document can be told only of all documents. */
function searchLine({ options, total }: Unanswered['search'], isNarrowed: boolean): string {
  const line = commandLine('search', options);
  if (total > 0) return noPassagesWords.searchFinds(line, total);
  return isNarrowed ? '' : noPassagesWords.searchTells(line);
}

import type { APIEmbed } from 'discord-api-types/v10';
import { mayBeReference, soleLink } from '../data/addresses/links.ts';
import type { Coverage } from '../data/corpus/coverage.ts';
import type { Correction, Emptiness } from '../search/hits.ts';
import { nothingFoundWords } from '../wording/nothing-found.ts';
import { questionWords } from '../wording/questions.ts';
import { gapLines } from './coverage.ts';
import { type Entry, formatEntry } from './entry.ts';
import { escapeMarkdown, oneLine } from './escape.ts';
import { formatOffers } from './how-searched.ts';
import { clip, clipEscaped } from './limits.ts';
import { formatLink } from './links.ts';
import { notice } from './notice.ts';

const MOST = { asked: 200, words: 10, gaps: 5, lines: 1000, near: 400 };

/**
 * A search that found nothing, shown so that it can't pass for evidence of absence: what was asked,
 * which part emptied it, the nearest spelling, what was nearly found, and what the corpus lacks.
 * @param asked with Markdown about what of the texts was searched
 */
export function nothingFound(
  asked: { text: string; filters: readonly string[]; texts: string },
  emptiness: Emptiness,
  coverage: readonly Coverage[],
  near: readonly Entry[],
  offers: readonly Correction[] = [],
): APIEmbed {
  const question = questionWords.quoted(
    escapeMarkdown(clip(oneLine(asked.text), MOST.asked)),
    escapeMarkdown(asked.filters.join(', ')),
  );
  const gaps = gapLines(coverage);
  const parts = [
    nothingFoundWords.nothingFor(question),
    formatOffers(offers).join(' '),
    clipEscaped(wordLines(emptiness), MOST.lines),
    asked.texts,
    demandLines(emptiness),
    filterLines(emptiness),
    nearLines(near),
    clipEscaped(gaps.slice(0, MOST.gaps).join('\n'), MOST.lines),
    gaps.length > MOST.gaps ? nothingFoundWords.moreGaps(gaps.length - MOST.gaps) : '',
  ];
  return notice(nothingFoundWords.title, parts.filter(Boolean).join('\n\n'));
}

/** Why a search found nothing, as Markdown: what each word, demand and filter had to do with it. */
export const emptinessLines = (emptiness: Emptiness): string[] =>
  [wordLines, demandLines, filterLines]
    .flatMap((lines) => lines(emptiness).split('\n'))
    .filter(Boolean);

function wordLines({ words: all, demands }: Emptiness): string {
  // What may as well be a reference was no link if no document has it.
  const words = all.filter(({ word, total }) => total > 0 || !mayBeReference(word));
  if (words.length > 0) return words.slice(0, MOST.words).map(wordLine).join('\n');
  // What is demanded without words, such as a reference, is told by itself.
  return demands.length > 0 ? '' : nothingFoundWords.noWords;
}

function wordLine({ word, total, nearest }: Emptiness['words'][number]): string {
  if (soleLink(word) !== undefined) return linkLine(word, total);
  const shown = escapeMarkdown(clip(word, 60));
  return total > 0
    ? nothingFoundWords.wordIn(shown, total)
    : nothingFoundWords.wordInNone(
        shown,
        nearest.map((near) => `*${escapeMarkdown(near)}*`),
      );
}

const linkLine = (link: string, total: number): string =>
  total > 0
    ? nothingFoundWords.linkLeadsTo(formatLink(link), total)
    : nothingFoundWords.linkLeadsNowhere(formatLink(link));

const demandLines = ({ demands }: Emptiness): string =>
  demands
    .map(({ said, excludes, totalWithout }) => {
      const shown = `*${escapeMarkdown(clip(oneLine(said), 100))}*`;
      const { allowing, without } = nothingFoundWords;
      return (excludes ? allowing : without)(shown, totalWithout);
    })
    .join('\n');

function filterLines({ filters, totalUnfiltered }: Emptiness): string {
  const lines = filters.map(({ name, totalWithout }) =>
    nothingFoundWords.without(`\`${name}\``, totalWithout),
  );
  const onlyTogether = totalUnfiltered > 0 && filters.every(({ totalWithout }) => !totalWithout);
  if (onlyTogether) lines.push(nothingFoundWords.withoutAnyFilter(totalUnfiltered));
  return lines.join('\n');
}

/** Documents that one part of the question alone kept out. */
const nearLines = (near: readonly Entry[]): string =>
  near.length === 0
    ? ''
    : [
        nothingFoundWords.nearlyFound,
        ...near.map((entry, i) => formatEntry(entry, i + 1, MOST.near)),
      ].join('\n');

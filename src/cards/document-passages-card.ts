import type { APIEmbed } from 'discord-api-types/v10';
import type { Document } from '../data/corpus/document.ts';
import type { PagePassages, Snippet } from '../search/hits.ts';
import { passageWords } from '../wording/passages.ts';
import { COLOUR } from './colour.ts';
import { formatSnippet } from './entry.ts';
import { escapeMarkdown, formatTitle, oneLine, plain } from './escape.ts';
import { clip, clipEscaped, LIMITS } from './limits.ts';
import { formatPages } from './page-place.ts';

const MOST = { words: 200, passage: 700, footer: 1000 };

/** Passages of one document's text that answer some words. */
export type DocumentPassages = Pick<PagePassages, 'passages'> & {
  document: Document;
  words: string;
  /** The number of the first. */
  from: number;
  footer: string;
};

/** A page of passages of one document, word for word, each with where it stands. */
export function documentPassagesCard({
  document,
  words,
  passages,
  from,
  footer,
}: DocumentPassages): APIEmbed {
  const asked = escapeMarkdown(clip(oneLine(words), MOST.words));
  const lines = passages.map(({ page, snippet }, index) =>
    formatPassage(`**${from + index}.** ${formatPages(page)}\n> `, snippet),
  );
  const found =
    passages.length > 0 ? passageWords.inDocument(asked) : passageWords.noneInDocument(asked);
  return {
    color: COLOUR.paper,
    title: clipEscaped(
      passageWords.title(escapeMarkdown(formatTitle(document.title))),
      LIMITS.title,
    ),
    description: [found, ...lines].join('\n\n'),
    footer: { text: clip(plain(footer), MOST.footer) },
  };
}

const formatPassage = (place: string, snippet: Snippet): string =>
  `${place}${formatSnippet(snippet, MOST.passage - place.length)}`;

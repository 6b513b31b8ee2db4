import { load } from 'cheerio';

/** What reference managers and publishers put into titles and abstracts. */
const MARKS =
  /<\/?(?:i|b|em|strong|u|sc|sup|sub|p|br|span|div|jats:[a-z-]+)(?:\s[^<>]*)?\/?>|&(?:#\d+|#x[\da-f]+|[a-z]+);/i;

/**
 * A text of a bibliography without the marks of HTML and JATS that stand in it; other signs, `<draft>`
 * among them, stay. Paragraphs are kept apart by blank lines.
 */
export function withoutMarks(text: string): string {
  if (!MARKS.test(text)) return text.trim();
  const broken = text
    .replace(/<\/(?:jats:)?p>|<br\s*\/?>/gi, '\n\n')
    .replace(/<\/?(?:i|b|em|strong|u|sc|sup|sub|p|span|div|jats:[a-z-]+)(?:\s[^<>]*)?\/?>/gi, '');
  return decoded(broken)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Entities as the letters that they stand for. */
const decoded = (text: string): string =>
  text.replace(/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, (entity) => load(entity).text());

/** A text that another begins with is its shortened form from this many characters on. */
const SHORTENED = 30;

/** Texts as paragraphs, without one that another says, too: exports give a summary twice. */
export function paragraphs(texts: readonly string[]): string {
  const distinct: string[] = [];
  for (const text of texts.map(withoutMarks).filter(Boolean)) {
    const same = distinct.findIndex((other) => repeats(other, text) || repeats(text, other));
    if (same < 0) distinct.push(text);
    else if ((distinct[same]?.length ?? 0) < text.length) distinct[same] = text;
  }
  return distinct.join('\n\n');
}

/** Whether a text says nothing that another doesn't begin with. */
function repeats(text: string, other: string): boolean {
  const [words, others] = [text, other].map((one) => one.replace(/[\s\p{P}]+/gu, ' ').trim());
  if (words === undefined || others === undefined) return false;
  return words === others || (words.length >= SHORTENED && others.startsWith(words));
}

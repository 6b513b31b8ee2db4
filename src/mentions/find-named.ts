import type { Named } from '../cards/mention-card.ts';
import type { Document } from '../data/corpus/document.ts';
import { foldLetters } from '../data/dates/calendar-names.ts';
import { readDateQuestion } from '../data/dates/question.ts';
import type { Archive } from '../search/archive.ts';

/** As many as a menu takes. */
const CHOICES = 25;

type Asked = Pick<Archive, 'named' | 'overlapping' | 'search' | 'suggest'>;

/**
 * Finds what a name means: an id, a title, a date, or else words that documents hold. Words that had to
 * be corrected aren't what was named: what they lead to is only near.
 */
export async function findNamed(name: string, archive: Asked): Promise<Named> {
  const window = { offset: 0, limit: CHOICES };
  const titled = await archive.named(name, window);
  if (titled.total > 0) return toNamed(name, titled.total, titled.documents);
  const date = readDateQuestion(name);
  if (date && (date.start || date.end)) {
    const span = { from: date.start ?? undefined, to: date.end ?? undefined };
    const dated = await archive.overlapping(span, window);
    if (dated.total > 0) return toNamed(name, dated.total, dated.documents);
  }
  const query = { text: name, filter: {}, sort: 'relevance', in: 'records', ...window } as const;
  const { total, hits, corrections } = await archive.search(query);
  const documents = hits.map(({ document }) => document);
  if (total > 0 && corrections.length === 0) {
    const called = documents.filter(({ title }) => fold(title).includes(fold(name)));
    const [only, ...others] = called;
    return only && others.length === 0
      ? { kind: 'one', name, document: only }
      : toNamed(name, total, documents);
  }
  const [suggested] = await archive.suggest(name, 1);
  return { kind: 'none', name, nearest: documents[0] ?? suggested };
}

function toNamed(name: string, total: number, documents: readonly Document[]): Named {
  const [first] = documents;
  return total === 1 && first
    ? { kind: 'one', name, document: first }
    : { kind: 'several', name, total, documents };
}

/** Titles are compared by their letters and figures alone. */
const fold = (text: string): string =>
  foldLetters(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

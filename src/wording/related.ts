import { count } from './count.ts';

/** `/related`: documents that are like one. Names come as they are. */
export const relatedWords = {
  command: 'The documents most like one, and why',
  /** @param document its title, escaped */
  title: (document: string) => `Related to: ${document}`,
  none: 'No related documents found.',
  order: 'by words and names in common, and how close in time',
  /** Why one is related: `both name Mao Zedong; border, India; 3 days apart`. */
  why: (people: readonly string[], words: readonly string[], days: number | undefined) =>
    [
      people.length > 0 ? `both name ${people.join(', ')}` : '',
      words.join(', '),
      days === undefined ? '' : apart(days),
    ]
      .filter(Boolean)
      .join('; '),
};

const apart = (days: number): string =>
  days === 0 ? 'the same time' : `${count(days)} ${days === 1 ? 'day' : 'days'} apart`;

import { count } from './count.ts';

/** `/document`, `/related` and `Open linked documents`, which lead to a card or a list. */
export const openingWords = {
  document: { command: 'Show a document’s card in this channel' },

  related: { command: 'The documents most like one, and why' },

  linked: {
    title: 'Linked documents',
    more: (documents: number) => `And ${count(documents)} more.`,
    /** @param links that lead to no document here; @param named the first of them, as Markdown */
    unheld: (links: number, named: readonly string[]) => {
      const all = links > named.length ? [...named, '…'].join(', ') : named.join(', ');
      return links === 1
        ? `1 link leads to no document here: ${all}`
        : `${count(links)} links lead to no document here: ${all}`;
    },
  },
};

/** Documents that are like one. Names come as they are. */
export const relatedWords = {
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

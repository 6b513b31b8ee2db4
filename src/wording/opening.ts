import { count } from './count.ts';

/** `/document`, `/random`, `/related` and `Open linked documents`, which lead to a card or a list. */
export const openingWords = {
  document: { command: 'Show a document’s card in this channel' },

  related: { command: 'The documents most like one, and why' },

  random: {
    command: 'Draw a document that this channel has not seen yet',
    noMatch: (filters: readonly string[]) =>
      `No documents match: ${filters.join(', ')}. Widen the filters.`,
    /** Above the card of one that is drawn. */
    drawnByYou: (drawn: number, total: number, filters: readonly string[]) =>
      drawnLine(`${count(drawn)} of ${count(total)} drawn by you`, filters),
    drawnHere: (drawn: number, total: number, filters: readonly string[]) =>
      drawnLine(`${count(drawn)} of ${count(total)} drawn here`, filters),
  },

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

const drawnLine = (drawn: string, filters: readonly string[]): string =>
  ['Random document', drawn, ...filters].join(' · ');

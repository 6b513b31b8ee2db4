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

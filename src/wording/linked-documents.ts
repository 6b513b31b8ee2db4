import { count } from './count.ts';

/** `Open linked documents`. Links come as Markdown. */
export const linkedDocumentWords = {
  title: 'Linked documents',
  more: (documents: number) => `And ${count(documents)} more.`,
  /** How many links lead to no document here, and the first of them. */
  unheld: (links: number, named: readonly string[]) => {
    const all = links > named.length ? [...named, '…'].join(', ') : named.join(', ');
    return links === 1
      ? `1 link leads to no document here: ${all}`
      : `${count(links)} links lead to no document here: ${all}`;
  },
};

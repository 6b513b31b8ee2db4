import { count } from './count.ts';

/** Documents by what names them: a title, an id, a link or a reference. Names come escaped where they are shown in cards. */
export const namingWords = {
  option: 'Title, id, link or archival reference',
  notLoaded: (id: string) => `The document ${id} is no longer loaded. Look for it with /search.`,

  none: {
    title: {
      heading: 'No document has this title',
      text: (name: string) => `No document is called “${name}”.`,
    },
    address: {
      heading: 'No document has this address',
      text: (name: string) => `No document here has the address ${name}.`,
    },
    reference: {
      heading: 'No document has this reference',
      text: (name: string) => `No document here has the reference “${name}”.`,
    },
  },
  /** Follows, where there are some that come near. */
  nearest: 'The closest matches:',
  /** Follows, where nothing comes near. */
  nothingNear: 'Try /search with other words.',

  several: {
    title: (documents: number) => `${count(documents)} documents have this title: which?`,
    address: (documents: number) => `${count(documents)} documents have this address: which?`,
    reference: (documents: number) => `${count(documents)} documents have this reference: which?`,
  },
  order: 'oldest first',

  /** What the menu of a message is asked of. */
  message: {
    empty:
      'This message has no card and no link. Try one that has, or *Find documents* for its words.',
    nothingLoaded: 'No link or card of this message is of a document that is loaded here.',
  },
};

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

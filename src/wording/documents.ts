import { count } from './count.ts';

/** `/document`, and what stands on a card and under it. */
export const documentWords = {
  command: 'Show a document’s card in this channel',
  untitled: '[Untitled]',
  fields: {
    date: 'Date',
    collection: 'Collection',
    creators: 'Creators',
    recipients: 'To',
    people: 'People',
    places: 'Places',
    subjects: 'Subjects',
    publication: 'Published',
    type: 'Type',
    languages: 'Languages',
    source: 'Source',
    record: 'Record',
    rights: 'Rights',
  },
  buttons: {
    share: 'Share',
    shareWithNote: 'Share with a note',
    discuss: 'Discuss',
    cite: 'Cite',
    save: 'Save',
    related: 'Related',
    passages: 'Passages',
    source: 'Source',
    remove: 'Remove',
  },
  /** The menu under a list. */
  open: 'Open a document',
  linkToSource: '↗ source',
  /** What all of some like it are about, or are called. */
  moreUnder: (more: number, heading: string) => `**${count(more)} more** under *${heading}*`,
  added: 'Added',
  addedBy: (person: string, day: string) => `by ${person} on ${day}`,
  addedFromFile: (person: string, day: string, file: string) =>
    `by ${person} on ${day}, from ${file}`,
  /** A person who asked to be forgotten. */
  someone: 'someone',
};

/** `/random`. `filters` are in words. */
export const randomWords = {
  command: 'Draw a document that this channel has not seen yet',
  noneMatch: (filters: readonly string[]) =>
    `No documents match: ${filters.join(', ')}. Widen the filters.`,
  /** Above the card: how many of the documents that match were drawn. */
  heading: (drawn: number, total: number, isForMe: boolean, filters: readonly string[]) =>
    [
      'Random document',
      `${count(drawn)} of ${count(total)} drawn ${isForMe ? 'by you' : 'here'}`,
      ...filters,
    ].join(' · '),
};

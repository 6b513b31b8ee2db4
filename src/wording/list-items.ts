import { count } from './count.ts';

/** Documents in lists. Titles and names of lists come as Markdown where they aren't in quotation marks. */
export const listItemWords = {
  /** A card of the list. */
  card: {
    title: (list: string) => `List: ${list}`,
    empty: 'This list is empty. Add with /list add, or *Save* under a card.',
    addedBy: (person: string, day: string) => `added by ${person} on ${day}`,
    noteBy: (person: string, day: string) => `note by ${person} on ${day}`,
    noteByNobodyKnown: 'who wrote the note was not recorded',
    hasChanged: 'the record has changed since',
    /** @param titles of some of those that are no longer loaded */
    gone: (gone: number, titles: readonly string[]) =>
      `${count(gone)} of this list ${gone === 1 ? 'is' : 'are'} no longer loaded: ${titles.join(', ')}${gone > titles.length ? ', …' : ''}.`,
  },

  added: {
    title: 'Added',
    isIn: (title: string, list: string) => `${title} is in ${list}.`,
    wasIn: (title: string, list: string) => `${title} was already in ${list}.`,
    noteIsNew: (title: string, list: string) =>
      `${title} was already there; its note is new in ${list}.`,
  },
  full: (list: string, most: number) => `“${list}” is full: a list has at most ${most} documents.`,
  removed: {
    title: 'Removed',
    text: (title: string, list: string) => `${title} is no longer in ${list}.`,
  },
  noteAdded: 'Note added',
  noteRemoved: 'Note removed',
  inList: (title: string, list: string) => `${title} in ${list}.`,
  undo: 'Undo',
  undone: {
    title: 'Change undone',
    text: (title: string, list: string) => `${title} is in ${list} as it was before.`,
  },
  tooOldToUndo: 'This change is too old to be undone.',

  severalCalled: (documents: number, list: string, title: string) =>
    `${documents} documents in “${list}” have the title “${title}”. Choose one from the list that appears while typing.`,
  notInList: (title: string, list: string) =>
    `“${title}” is not in “${list}”. Choose one from the list that appears while typing.`,

  /** *Save* under a card, or in a message's menu. */
  save: {
    title: 'Save',
    whichDocument: 'Choose a document, and then a list.',
    whichOfFirst: (most: number) =>
      `Choose a document, and then a list. The first ${most} of the message are in the menu.`,
    documentMenu: 'Save a document',
    whichList: (title: string) => `Which list should ${title} go in?`,
    firstLists: (most: number) => `Showing the first ${most}; use /list add for the rest.`,
    noLists: (title: string) => `You have no lists yet: create one for ${title}.`,
    listMenu: 'Save to…',
    /** A list in the menu, under its name. */
    listInMenu: (owner: string, documents: number) => `${owner}, ${count(documents)}`,
    newList: 'New list',
    name: { label: 'Name', description: 'A list of your own' },
    isIn: (title: string, list: string, owner: string) => `${title} is in ${list} (${owner}).`,
    wasIn: (title: string, list: string, owner: string) =>
      `${title} was already in ${list} (${owner}).`,
  },
  saved: 'Saved',
  addNote: 'Add a note',
  note: { title: 'Why it is kept', label: 'Note' },
};

import { count, countDocuments } from './count.ts';

/** `/list`: lists themselves. Names of lists come as Markdown where they aren't in quotation marks. */
export const listWords = {
  command: {
    description: 'Lists of documents: your own and the server’s',
    create: 'Create a list',
    add: 'Add a document to a list',
    remove: 'Remove a document from a list',
    note: 'Note why a document is in a list',
    show: 'Show what is in a list, who added it and why',
    export: 'Export a list as one file',
    rename: 'Rename a list',
    delete: 'Delete a list; asks first',
    restore: 'Bring back a list that was deleted within 7 days',
    options: {
      list: 'The list; choose while typing',
      scope: 'Your own lists, or the server’s',
      name: 'What it is called',
      note: 'Why it is kept',
      format: 'What it is for',
    },
  },
  owner: { own: 'your list', server: 'server list' },
  /** A list among the choices, after its name. */
  choice: (owner: string, documents: number) => `(${owner}, ${count(documents)})`,

  created: {
    title: 'List created',
    text: (list: string) =>
      `${list} is empty. Add documents with /list add, or with *Save* under a card.`,
  },
  renamed: { title: 'List renamed', text: (list: string, now: string) => `${list} is now ${now}.` },
  needsName: 'A list needs a name.',
  nameTooLong: (most: number) => `A list’s name has at most ${most} characters.`,
  nameTaken: (name: string) => `There is already a list called “${name}”. Choose another name.`,
  tooMany: (most: number) => `There are ${most} lists already. Delete one first.`,

  delete: {
    title: 'Delete this list?',
    text: (list: string, documents: number) =>
      `${list} with ${countDocuments(documents)}? It can be restored for 7 days.`,
    yes: 'Delete',
    no: 'Keep',
  },
  deleted: {
    title: 'List deleted',
    text: (list: string, until: string) =>
      `${list} can be restored until ${until}, here or with /list restore.`,
    restore: 'Restore',
  },
  kept: { title: 'Nothing was deleted', text: 'The list stays as it is.' },
  restored: {
    title: 'List restored',
    text: (list: string, documents: number) =>
      `${list} is back, with ${countDocuments(documents)}.`,
  },
  cantBeRestored: 'This list can’t be restored: lists are kept for 7 days after they are deleted.',
  nameTakenSince: (name: string) =>
    `There is another list called “${name}” now. Rename that one first.`,

  isGone: 'This list is gone.',
  wasDeleted: 'This list was deleted.',
  isSomebodyElses: 'This list belongs to somebody else.',
  onlyManagers: 'Only the person who made this list, or someone with “Manage Server”, can do that.',
  notInServer: 'Server lists only work in a server. Use `scope:mine` here.',
  /** @param known names of some lists; `more` if there are others */
  noneCalled: (name: string, known: readonly string[], more: boolean) =>
    known.length === 0
      ? `There is no list “${name}”. Make one with /list create.`
      : `There is no list “${name}”. There are ${known.map((one) => `“${one}”`).join(', ')}${more ? ', …' : ''}.`,

  exported: {
    title: 'Export',
    text: (list: string, documents: number, format: string, gone: number) =>
      `${list}: ${countDocuments(documents)} as ${format}.${gone > 0 ? ` ${count(gone)} no longer loaded ${gone === 1 ? 'is' : 'are'} not in it.` : ''}`,
  },
  nothingToExport: (name: string) =>
    `“${name}” has no documents that are loaded, so there is nothing to export.`,
};

import { count, countDocuments } from './count.ts';

/** `/archive`: what people add to their server. Titles, files and links come escaped. */
export const additionWords = {
  command: {
    description: 'Add documents to this server’s archive',
    add: 'Add one document; you see how it was read before it is saved',
    import: {
      description: 'Import a file: a table, or what a reference manager or archive exports',
      file: 'CSV, Excel, RIS, BibTeX, CSL JSON, TEI, EAD, HTML and more; at most 25 MB',
      collection: 'The collection’s name, if the file doesn’t name it',
    },
    undo: 'Take back what you added last, within a day',
    export: 'Everything that was added here, as a corpus with its origins',
    sources: 'When each source was followed and what came of it; needs Manage Server',
  },

  notInServer:
    'Documents can only be added in a server: they belong to it, and its members find them.',
  notMember: 'Documents can only be added in a server that I am a member of.',
  onlyManagers:
    'Only someone with “Manage Server” can add documents here. Whoever manages the server can name a role for it with /settings editors.',
  onlyRole:
    'Only someone with “Manage Server”, or with the role that /settings editors names, can add documents here.',

  /** @param most that a server may have, of which it has `held` */
  tooMany: (most: number, held: number, fresh: number) =>
    `A server can have ${countDocuments(most)} of its own. This one has ${count(held)}, so ${count(fresh)} more ${fresh === 1 ? 'doesn’t' : 'don’t'} fit. Nothing was added. A larger collection belongs in the corpus; whoever runs the bot can import it.`,
  tooOld: 'This is more than an hour old, and was not added. Start again with /archive.',
  unchanged: { title: 'Nothing was changed', text: 'The archive is as it was.' },

  undo: {
    nothing: 'You have added nothing here within a day that could be undone.',
    notLast: 'This isn’t your last addition any more. Run /archive undo again.',
    title: 'Take this back?',
    /** @param entries a line each, of some of the documents; @param file that they came from */
    text: (documents: number, file: string | undefined, entries: readonly string[]) =>
      `${addition(documents, file)} would go:\n${lines(entries, documents)}`,
    yes: (documents: number) => `Take back ${countDocuments(documents)}`,
    no: 'Keep',
  },
  undone: {
    title: 'Taken back',
    text: (documents: number, file: string | undefined, entries: readonly string[]) =>
      `${addition(documents, file)} ${documents === 1 ? 'is' : 'are'} no longer in this server’s archive:\n${lines(entries, documents)}`,
  },

  export: {
    nothing: 'Nothing has been added to this server yet.',
    title: 'Additions of this server',
    /** @param name of the file, without its extension; @param isAll whether it is the last */
    text: (documents: number, total: number, name: string, isAll: boolean) =>
      `${countDocuments(documents)} of ${count(total)}, as a corpus: put ${name}.jsonl into CORPUS, or import it. ${name}.origins.jsonl says who added each, when, and from which file.${isAll ? '' : ' More doesn’t fit into one message.'}`,
    next: 'Next part',
  },
};

/** `212 documents of *letters.csv*`, or one that was typed. */
const addition = (documents: number, file: string | undefined): string =>
  `${countDocuments(documents)}${file === undefined ? '' : ` of *${file}*`}`;

const lines = (entries: readonly string[], documents: number): string => {
  const rest = documents - entries.length;
  return [...entries, ...(rest > 0 ? [`and ${countDocuments(rest)} more`] : [])].join('\n');
};

import { count, countDocuments } from './count.ts';

/** `/archive import`, and a message’s file. Names in italics come escaped. */
export const importWords = {
  download: {
    notFromDiscord: 'I only read files that were uploaded to Discord.',
    tooLarge: (file: string, megabytes: number) =>
      `“${file}” is larger than ${megabytes} MB. Divide it into smaller files.`,
    gone: (file: string) => `“${file}” is no longer on Discord. Upload it again.`,
    failed: (file: string) =>
      `“${file}” couldn’t be downloaded from Discord. Try again in a moment.`,
  },
  noFile: 'Discord didn’t send the file along. Upload it again.',
  noFileInMessage: 'This message has no file to import.',
  notInMessage: 'This file isn’t in the message any more.',
  which: {
    title: 'Which file?',
    text: (files: number) => `This message has ${count(files)} files.`,
    menu: 'Choose a file',
    /** In place of a name of which nothing can be shown. */
    unnamed: 'file',
  },

  /** @param problem what is wrong with it, as the reader of files says it */
  unreadable: (file: string, problem: string) => `“${file}” ${problem}. Nothing was added.`,
  tooMany: (most: number) =>
    `This server has imported ${most} files within an hour, which is the most it may. Try again later; nothing was added.`,
  hasChanged: 'This file no longer reads as it did when you saw it. Import it again.',

  notYet: 'Nothing is added yet. The button works for an hour.',
  add: (documents: number) => (documents === 1 ? 'Add this one' : `Add these ${count(documents)}`),
  leave: 'Leave it',

  added: 'Added',
  nothingToAdd: 'Nothing to add',
  /** What became of the documents of a file; `differing` are among those that were `present`. */
  outcome: ({ file, added, present, differing }: Outcome) => {
    const [are, them] = added === 1 ? ['is', 'it'] : ['are', 'them'];
    const parts = [
      added > 0 &&
        `${countDocuments(added)} of *${file}* ${are} in this server’s archive now. Within a day you can take ${them} back with /archive undo.`,
      added > 0 &&
        present > 0 &&
        `${countDocuments(present)} ${present === 1 ? 'was' : 'were'} here already.`,
      added === 0 && `Everything in *${file}* was here already.`,
      differing > 0 &&
        `${countDocuments(differing)} ${differing === 1 ? 'says' : 'say'} something else in the file; what is here stays as it is.`,
    ];
    return parts.filter(Boolean).join(' ');
  },
};

type Outcome = { file: string; added: number; present: number; differing: number };

/** What a file holds that somebody wants to import. Remarks are in the import's own words. */
export const uploadedFileWords = {
  /** How many documents it has, by what becomes of them; those that aren't there are left out. */
  counts: ({ fresh, present, differing, rejected, deleted }: Record<Fate, number>) => {
    const counts = [
      `${countDocuments(fresh)} to add`,
      present > 0 &&
        `${count(present)} here already${differing > 0 ? ` (${count(differing)} with other content)` : ''}`,
      rejected > 0 && `${count(rejected)} not taken`,
      deleted > 0 && `${count(deleted)} deleted in the source`,
    ];
    return `${counts.filter(Boolean).join(', ')}.`;
  },
  howRead: 'How it was read',
  toLookAt: 'To look at',
  differing: 'Here already, with other content; what is here stays as it is',
  /** @param fields in which it differs, by their names */
  differs: (title: string, fields: readonly string[]) =>
    `“${title}”: differs in ${fields.join(', ')}`,
  remarkInLine: (line: number, remark: string) => `line ${count(line)}: ${remark}`,
  textsNotAdded: (documents: number) =>
    `The texts of ${countDocuments(documents)} aren’t added: only a corpus has texts.`,
};

/** `differing` are among those that are `present`. */
type Fate = 'fresh' | 'present' | 'differing' | 'rejected' | 'deleted';

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
  hasChanged: 'This file is read otherwise now than when you saw it. Import it again.',

  notYet: 'Nothing is added yet. The button works for an hour.',
  add: (documents: number) => (documents === 1 ? 'Add this one' : `Add these ${count(documents)}`),
  leave: 'Leave it',

  added: {
    title: 'Added',
    text: (documents: number, file: string) =>
      `${countDocuments(documents)} of *${file}* ${documents === 1 ? 'is' : 'are'} in this server’s archive now. Within a day you can take them back with /archive undo.`,
  },
  nothingNew: {
    title: 'Nothing to add',
    text: (file: string) => `Everything in *${file}* was here already.`,
  },
};

/** What a file holds that somebody wants to import. Remarks are in the import's own words. */
export const uploadedFileWords = {
  /** How many documents it has, by what becomes of them; those that aren't there are left out. */
  counts: ({ fresh, present, rejected, deleted }: Record<Fate, number>) => {
    const counts = [
      `${countDocuments(fresh)} to add`,
      present > 0 && `${count(present)} here already`,
      rejected > 0 && `${count(rejected)} not taken`,
      deleted > 0 && `${count(deleted)} deleted in the source`,
    ];
    return `${counts.filter(Boolean).join(', ')}.`;
  },
  howRead: 'How it was read',
  toLookAt: 'To look at',
  remarkInLine: (line: number, remark: string) => `line ${count(line)}: ${remark}`,
  textsNotAdded: (documents: number) =>
    `The texts of ${countDocuments(documents)} aren’t added: only a corpus has texts.`,
};

type Fate = 'fresh' | 'present' | 'rejected' | 'deleted';

import { count, countDocuments } from './count.ts';

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

import { count } from './count.ts';

/** Answers with several pages, and what is under them. */
export const pagingWords = {
  /** For a footer: `1-5 of 71`, and `71 of 71` for the last one alone. */
  place: (first: number, last: number, total: number) =>
    first === last
      ? `${count(last)} of ${count(total)}`
      : `${count(first)}-${count(last)} of ${count(total)}`,

  previousButton: 'Previous',
  nextButton: 'Next',
  narrowMenu: 'Narrow by',
  similarMenu: 'Show similar results',

  /** @param command its name, without the slash */
  gone: (command: string) => `This list has expired. Run /${command} again.`,
  oldTitle: 'This list is more than 30 days old',
  old: 'Paging has expired; the archive may have changed.',
  againButton: 'Run it again',
};

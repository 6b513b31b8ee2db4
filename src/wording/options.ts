/** Options that several commands have, and what is said if one can't be read. */
export const optionWords = {
  from: 'First date, such as 1950, October 1962 or 16 October 1962',
  to: 'Last date, such as 1953 or before 1954',
  collection: 'Only this collection',
  private: 'Show the answer to me alone',

  /** What was asked for, as it stands beside what was found. */
  asked: {
    /** Both as they were typed. */
    fromTo: (from: string, to: string) => (from === to ? from : `from ${from} to ${to}`),
    from: (from: string) => `from ${from}`,
    to: (to: string) => `to ${to}`,
    collection: (name: string) => `in ${name}`,
    /** @param words that followed a date or a collection in its option */
    asWords: (words: string) => `“${words}” as words of the query`,
  },

  unreadable: (typed: string) =>
    `I can’t read “${typed}” here: only a date or a collection. ${dateExamples}`,
  /** @param option its name */
  noDate: (typed: string, option: string) =>
    `I can’t read “${typed}” as the “${option}” date. ${dateExamples}`,
  reversed: (from: string, to: string) =>
    `“${from}” comes after “${to}”: exchange “from” and “to”.`,
  /** @param known names of some that there are */
  noCollection: (typed: string, known: readonly string[]) =>
    `There is no collection “${typed}”. Choose one from the list that appears while typing, such as ${known.map((name) => `“${name}”`).join(', ')}.`,
};

/** How dates can be typed. */
export const dateExamples =
  'Try “16 October 1962”, “October 1962”, “1962”, “1960s”, “c. 1962”, “before 1950” or “1949-1951”.';

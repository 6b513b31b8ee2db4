/** Passages of one document’s text. */
export const documentPassageWords = {
  /**
   * @param place of those on this page among the pages that have the words: `1-5 of 12`; undefined for none
   * @param inAll pages of the text
   */
  footer: (place: string | undefined, inAll: number) => {
    const ofAll = inAll === 1 ? 'of 1 page in all' : `of ${inAll} pages in all`;
    return place === undefined ? ofAll : `${place} pages with these words, ${ofAll}`;
  },
  otherWords: 'Other words',
  source: 'Source',

  form: {
    title: 'Passages',
    label: 'Words or “a phrase”',
    description: (title: string) => `Looked for in the text of “${title}”`,
  },
  noWords: 'Type some words to look for.',
};

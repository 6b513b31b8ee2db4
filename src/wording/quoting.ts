/** `/quote` and `Check quotation`. */
export const quotingWords = {
  command: {
    description: 'Check a quotation: is it in what is loaded, and is it exact?',
    text: 'The words quoted; ellipses and [brackets] are understood',
  },
  noWords: 'Type the words of the quotation.',
  noWordsInMessage: 'This message has no words to check. Try one with text or a card.',
};

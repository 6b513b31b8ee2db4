/** Two words with capitals that follow each other in a title: most likely a name. */
export const TWO_NAMES = /\p{Lu}[\p{L}\p{M}]{2,} \p{Lu}[\p{L}\p{M}]{2,}/u;

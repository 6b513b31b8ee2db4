/** The colours of embeds' edges. */
export const COLOUR = {
  /** Documents and lists. */
  paper: 0xb08d57,
  /** Nothing found, or something to mend. */
  notice: 0x8a8f98,
  error: 0xa94442,
} as const;

/** Tokens without their marks of certainty, and what those marks said. */
export type Marked = {
  tokens: string;
  /** The other reading, where the archive corrects the document: `November 6 [8], 1919`. */
  corrected?: string;
  approximate: boolean;
  uncertain: boolean;
  inferred: boolean;
};

const CORRECTION = /(?<=^|\s)((Y|M|)\d+) \[ (\2\d+)(?: \?)? \]/;

/** Takes "circa", question marks and brackets off a date in tokens. */
export function takeMarks(tokens: string): Marked {
  const corrected = CORRECTION.test(tokens) && bare(tokens.replace(CORRECTION, '$3'));
  return {
    tokens: bare(tokens.replace(CORRECTION, '$1')),
    ...(corrected && { corrected }),
    approximate: tokens.includes('CIRCA'),
    uncertain: tokens.includes('?'),
    inferred: /[[\]]/.test(tokens),
  };
}

const bare = (tokens: string): string =>
  tokens
    .replaceAll(/CIRCA|[?[\]]/g, ' ')
    .replaceAll(/\(\s*\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

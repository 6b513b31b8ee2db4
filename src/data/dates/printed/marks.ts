/** Signs without their marks of certainty, and what those marks said. */
export type Marked = {
  signs: string;
  /** The other reading, where the archive corrects the document: `November 6 [8], 1919`. */
  corrected?: string;
  approximate: boolean;
  uncertain: boolean;
  inferred: boolean;
};

const CORRECTION = /(?<=^|\s)((Y|M|)\d+) \[ (\2\d+)(?: \?)? \]/;

/** Takes "circa", question marks and brackets off a date in signs. */
export function takeMarks(signs: string): Marked {
  const corrected = CORRECTION.test(signs) && bare(signs.replace(CORRECTION, '$3'));
  return {
    signs: bare(signs.replace(CORRECTION, '$1')),
    ...(corrected && { corrected }),
    approximate: signs.includes('CIRCA'),
    uncertain: signs.includes('?'),
    inferred: /[[\]]/.test(signs),
  };
}

const bare = (signs: string): string =>
  signs
    .replaceAll(/CIRCA|[?[\]]/g, ' ')
    .replaceAll(/\(\s*\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

import type { SourceFile } from '../format.ts';

/** What to know of how a text was decoded, where that isn't sure. */
export function decodingDoubts({ encoding, sample }: SourceFile): string[] {
  if (sample.text === null) return [];
  if (sample.text.includes('\uFFFD')) {
    return [`holds letters that can't be read as ${encoding.name}; --encoding names another`];
  }
  return encoding.isGuess
    ? [
        `isn't UTF-8 and was read as ${encoding.name}, a guess; where letters look wrong, name its encoding with --encoding`,
      ]
    : [];
}

/** A piece of a line: its text, where it stands, and whether the line ends with it. */
export type PdfItem = { str: string; transform: readonly number[]; hasEOL: boolean };

/** In `transform`, how high a piece stands on the page. */
const HEIGHT = 5;
/** So many times the usual distance between two lines is one between paragraphs. */
const WIDE = 1.4;

/** Puts the pieces of a page together as they are read, and keeps no more than their text. */
export function lineJoiner() {
  const lines: { text: string; height: number }[] = [];
  let text = '';
  let height: number | undefined;
  const endLine = () => {
    if (text.trim()) lines.push({ text: text.trim(), height: height ?? 0 });
    text = '';
    height = undefined;
  };
  return {
    add({ str, transform, hasEOL }: PdfItem): void {
      if (str.trim()) height ??= transform[HEIGHT];
      text += str;
      if (hasEOL) endLine();
    },
    /** The lines as they follow each other, with a blank one where there is more room between. */
    joined(): string {
      endLine();
      return joinLines(lines);
    },
  };
}

function joinLines(lines: readonly { text: string; height: number }[]): string {
  const distances = lines.map((line, index) => (lines[index - 1]?.height ?? 0) - line.height);
  const down = distances.slice(1).filter((distance) => distance > 0);
  const usual = down.toSorted((a, b) => a - b)[Math.floor(down.length / 2)] ?? 0;
  return lines
    .map((line, index) => {
      if (index === 0) return line.text;
      return `${(distances[index] ?? 0) > WIDE * usual ? '\n\n' : '\n'}${line.text}`;
    })
    .join('');
}

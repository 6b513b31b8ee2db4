/** A cell that goes on for longer was never closed, in characters; less each time that is the case. */
const LONGEST_CELL = 1_000_000;
const LEAST = 4096;

/**
 * A table as text, with what stands in lines whose quote is never closed made readable: such a line
 * is a row by itself, and those after it are read as they are. That a quote isn't closed shows where
 * another cell is opened before it is, or the text ends. Lines keep their numbers.
 * @param onUnclosed the number of each such line, counted from 1
 */
export async function* closeQuotes(
  text: AsyncIterable<string>,
  delimiter: string,
  onUnclosed: (line: number) => void,
): AsyncGenerator<string> {
  let number = 0;
  let longest = LONGEST_CELL;
  /** The lines of a row whose last cell is open. */
  let openRow: string[] = [];
  let length = 0;
  const closeRow = (): string[] => {
    const [first = '', ...others] = openRow;
    openRow = [];
    length = 0;
    number += 1;
    onUnclosed(number);
    return [mended(first, delimiter), ...others.flatMap(take)];
  };
  const take = (line: string): string[] => {
    const state = openRow.length > 0 ? endOfCell(line, delimiter) : endOfRow(line, 0, delimiter);
    if (state === 'another opened') return [...closeRow(), ...take(line)];
    openRow.push(line);
    length += line.length;
    if (state === 'open') return length > longest ? giveUp() : [];
    number += openRow.length;
    const row = openRow;
    openRow = [];
    length = 0;
    return row;
  };
  const giveUp = (): string[] => {
    longest = Math.max(LEAST, longest / 16);
    return closeRow();
  };
  for await (const line of lines(text)) yield* take(line);
  while (openRow.length > 0) yield* giveUp();
}

type State = 'closed' | 'open' | 'another opened';

/** Reads on from the beginning of a cell. */
function endOfRow(line: string, from: number, delimiter: string): State {
  return openCell(line, from, delimiter) === -1 ? 'closed' : 'open';
}

/** Where the cell begins that is open at the end of a line; -1 if all are closed. */
function openCell(line: string, from: number, delimiter: string): number {
  for (let at = from; ; ) {
    if (line[at] === '"') {
      const end = closing(line, at + 1, delimiter);
      if (end === -1) return at;
      at = end + 1;
    }
    const next = line.indexOf(delimiter, at);
    if (next === -1) return -1;
    at = next + 1;
  }
}

/** The quote that closes a cell, which is none that is doubled and stands before its end; -1 for none. */
function closing(line: string, from: number, delimiter: string): number {
  for (const { index, 0: quotes } of line.slice(from).matchAll(/"+/g)) {
    const last = from + index + quotes.length - 1;
    if (quotes.length % 2 === 1 && isEnd(line, last + 1, delimiter)) return last;
  }
  return -1;
}

const isEnd = (line: string, at: number, delimiter: string): boolean =>
  at >= line.length || line[at] === delimiter || line[at] === '\r' || line[at] === '\n';

/** Reads on in a cell that was opened in an earlier line. */
function endOfCell(line: string, delimiter: string): State {
  for (const { index, 0: quotes } of line.matchAll(/"+/g)) {
    if (quotes.length % 2 === 0) continue;
    const after = index + quotes.length;
    if (isEnd(line, after, delimiter)) return endOfRow(line, after, delimiter);
    if (index === 0 || line[index - 1] === delimiter) return 'another opened';
  }
  return 'open';
}

/** The line with its open cell as a cell: without the stray quote, or with all if it has several. */
function mended(line: string, delimiter: string): string {
  const at = openCell(line, 0, delimiter);
  const [, cell = '', rest = ''] =
    new RegExp(`^([^${delimiter}\\r\\n]*)(.*)$`, 's').exec(line.slice(at)) ?? [];
  const kept = cell.lastIndexOf('"') > 0 ? `"${cell.replaceAll('"', '""')}"` : cell.slice(1);
  return line.slice(0, at) + kept + rest;
}

/** The lines of a text with their ends. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const found = (rest + piece).split(/(?<=\n|\r(?!\n|$))/);
    rest = found.pop() ?? '';
    yield* found;
    if (rest.length > LONGEST_CELL) {
      yield rest;
      rest = '';
    }
  }
  if (rest) yield rest;
}

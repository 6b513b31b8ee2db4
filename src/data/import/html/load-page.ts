import { type Cheerio, type CheerioAPI, load } from 'cheerio';
import { SourceError, type SourceFile } from '../format.ts';
import { wholeText } from '../whole-text.ts';

/** A saved web page. */
export type Page = {
  /** Finds elements by selectors. */
  find: CheerioAPI;
  /** Where a part of it begins, counted from 1. */
  lineOf(selection: Selection): number | null;
};
export type Node = Exclude<Parameters<typeof load>[0], string | Buffer | unknown[]>;
export type Selection = Cheerio<Node>;

/** Pages with more tags, or more of them open at once, are none. */
const MOST_TAGS = 200_000;
const DEEPEST = 500;

/** Tags that may be left open or have no end. */
const UNCLOSED =
  /^(?:p|li|dt|dd|t[rdh]|thead|tbody|tfoot|option|br|hr|img|input|link|meta|area|base|col|embed|source|track|wbr)$/i;

/**
 * Reads a source as a web page.
 * @param largest in characters; 64 MiB if left out
 * @throws SourceError for what is larger or deeper than any page
 */
export const loadPage = async (source: SourceFile, largest?: number): Promise<Page> =>
  parsePage(await wholeText(source, largest));

/**
 * Reads a text as a web page.
 * @throws SourceError for what is larger or deeper than any page
 */
export function parsePage(text: string): Page {
  checkTags(text);
  const find = load(text, { xml: { xmlMode: false, withStartIndices: true } });
  const lineAt = lineCounter(text);
  return {
    find,
    lineOf: (selection) => {
      const start = selection.get(0)?.startIndex ?? null;
      return start === null ? null : lineAt(start);
    },
  };
}

/** Tells lines by places in a text; one after the other it counts each line once. */
function lineCounter(text: string): (place: number) => number {
  let last = 0;
  let line = 1;
  return (place) => {
    if (place < last) {
      last = 0;
      line = 1;
    }
    line += text.slice(last, place).split('\n').length - 1;
    last = place;
    return line;
  };
}

function checkTags(text: string): void {
  let count = 0;
  let depth = 0;
  for (const [, slash, name = ''] of text.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    count += 1;
    if (UNCLOSED.test(name)) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST || count > MOST_TAGS) break;
  }
  if (count > MOST_TAGS) throw new SourceError(`has more than ${MOST_TAGS} tags`);
  if (depth > DEEPEST) throw new SourceError(`has tags more than ${DEEPEST} deep`);
}

/** Lines of a page without a blank one between them. */
export type Block = {
  /** Of its first line, counted from 1. */
  line: number;
  /** Blank lines before it. */
  gap: number;
  /** Spaces before its first line. */
  indent: number;
  lines: readonly string[];
  /** Its lines, joined by single spaces. */
  text: string;
};

/** Begins a saved page. Where several stand in one text, no blank line need come before it. */
const PAGE_START = /^\s*skip to (?:main )?content$/i;

export const isPageStart = ({ lines }: Block): boolean => PAGE_START.test(lines[0] ?? '');

/** Characters that show nothing. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g;

/**
 * A text as blocks. Line ends may be of any system; a form feed is a page's end, where blank lines
 * are counted anew.
 */
export function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let gap = 0;
  let open: { line: number; gap: number; lines: string[] } | undefined;
  const close = () => {
    if (open) blocks.push(toBlock(open));
    open = undefined;
  };
  for (const [index, raw] of text.split(/\r*\n|\r/).entries()) {
    const line = raw.replaceAll(INVISIBLE, '').replaceAll('\f', '').trimEnd();
    if (line) {
      if (PAGE_START.test(line)) close();
      open ??= { line: index + 1, gap, lines: [] };
      open.lines.push(line);
      gap = 0;
    } else if (raw.includes('\f')) {
      gap = 0;
    } else {
      close();
      gap += 1;
    }
  }
  close();
  return blocks;
}

function toBlock({ lines, ...place }: { line: number; gap: number; lines: string[] }): Block {
  return {
    ...place,
    indent: /^\s*/.exec(lines[0] ?? '')?.[0].length ?? 0,
    lines: lines.map(oneSpaced),
    text: oneSpaced(lines.join(' ')),
  };
}

const oneSpaced = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

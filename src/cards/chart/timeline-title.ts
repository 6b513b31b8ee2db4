import type { Timeline } from '../../data/dates/timeline.ts';
import { chartWords } from '../../wording/timelines.ts';
import { oneLine } from '../escape.ts';
import { clip } from '../limits.ts';

/** In characters; Vega, which doesn't know the font here, takes them for wide. */
const TITLE = { line: 30, lines: 2 };

/** What stands above: the title where the font has its letters, what the bars are, and what has none. */
export function titleOf({ unit, undated, rough }: Timeline, about: string) {
  const title = oneLine(about);
  const bars = [
    chartWords.documentsBy(unit),
    undated.meant > 0 && chartWords.undated(undated.meant),
    rough.meant > 0 && chartWords.datedLessPrecisely(rough.meant),
  ].filter((line) => line !== false);
  return canBeDrawn(title)
    ? { text: inLines(title), subtitle: bars }
    : { text: bars.slice(0, 1), subtitle: bars.slice(1) };
}

function inLines(title: string): string[] {
  const lines: string[] = [];
  for (const word of clip(title, TITLE.line * TITLE.lines).split(' ')) {
    const line = lines.at(-1);
    const longer = `${line} ${word}`;
    if (line !== undefined && longer.length <= TITLE.line) lines[lines.length - 1] = longer;
    else lines.push(clip(word, TITLE.line));
  }
  const rest = lines.splice(TITLE.lines - 1).join(' ');
  return [...lines, clip(rest, TITLE.line)].filter(Boolean);
}

/** Whether Noto Sans has all letters of a text. */
const canBeDrawn = (text: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{Zs}\u0021-\u02ff\u2010-\u203a]+$/u.test(
    text,
  );

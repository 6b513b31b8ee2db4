import { elementsOf, type Tag } from '../../xml/elements.ts';
import type { Parts } from './parts.ts';

/** Formats that workbooks name by number only; those of dates and times. */
const BUILT_IN: Readonly<Record<string, string>> = {
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  // Those of East Asian editions: by year, month and day, or by two of them.
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/**
 * How the cells of each style show a number: `mmm-yy`; undefined for one that isn't a date's or time's
 * of those built in.
 * @throws SourceError if the part can't be read
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ Part 1, 18.8.30
 */
export async function numberFormats(
  parts: Parts,
  part: string | undefined,
): Promise<(string | undefined)[]> {
  if (!part) return [];
  const own = new Map<string, string>();
  const byStyle: (string | undefined)[] = [];
  const choose = ({ name }: Tag, path: readonly Tag[]) => {
    if (name === 'numFmt' && path.at(-1)?.name === 'numFmts') return 'whole';
    return name === 'xf' && path.at(-1)?.name === 'cellXfs' ? 'whole' : undefined;
  };
  for await (const { element } of elementsOf(parts.text(part), choose)) {
    const { numFmtId = '0', formatCode = '' } = element.attributes;
    if (element.name === 'numFmt') own.set(numFmtId, formatCode);
    else byStyle.push(own.get(numFmtId) ?? BUILT_IN[numFmtId]);
  }
  return byStyle;
}

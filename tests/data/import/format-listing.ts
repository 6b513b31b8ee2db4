import fc from 'fast-check';

/** A document as a listing shows it. */
export type Listed = { date: string; title: string; paragraphs: readonly string[] };

/** How a page's writer lays it out. */
export type Layout = { lineEnd: string; wrapAt: number; hasPager: boolean };

const wrap = (text: string, { wrapAt }: Layout, indent = ''): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < wrapAt)
      lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines.map((line) => indent + line);
};

/** A page of the newer form. */
export function formatResults(listed: readonly Listed[], layout: Layout): string {
  const last = listed.length;
  const opening = layout.hasPager ? `1 - ${last} of ${last}` : 'Documents';
  const lines = ['Skip to content', '', '', opening, ''];
  for (const { date, title, paragraphs } of listed) {
    lines.push('', ...(date ? [date, ''] : ['']), ...wrap(title, layout));
    for (const paragraph of paragraphs) lines.push('', ...wrap(paragraph, layout));
  }
  return `${lines.join(layout.lineEnd)}${layout.lineEnd}`;
}

/** A page of the older form. */
export function formatBullets(listed: readonly Listed[], layout: Layout): string {
  const lines = ['Search in', '', 'A Site of Archives', ''];
  for (const { date, title, paragraphs } of listed) {
    lines.push('', `  • ${date}`.trimEnd(), '', ...wrap(title, layout, '    '));
    for (const paragraph of paragraphs) lines.push('', ...wrap(paragraph, layout, '    '));
  }
  return `${lines.join(layout.lineEnd)}${layout.lineEnd}`;
}

export const anyLayout: fc.Arbitrary<Layout> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n', '\r', '  \n', '\u00A0\n'),
  wrapAt: fc.integer({ min: 20, max: 400 }),
  hasPager: fc.boolean(),
});

const date = fc.constantFrom(
  'May 16, 1989',
  'September 06, 1953',
  'January 1952',
  '1955',
  'circa 1962',
  'February 30, 1962',
  '[1944?]',
  '1949-1951',
  'undated',
  '',
);

/** Words of prose, some of which look like dates at a line's beginning. */
const word = fc.constantFrom(
  ...'the telegram asks Moscow about Séoul and Wałęsa, “questions” of (1962) December 19, 1966 is not • 31 - 40 Documents talks'.split(
    ' ',
  ),
);
const prose = (maxLength: number) =>
  fc.array(word, { minLength: 1, maxLength }).map((words) => `Text ${words.join(' ')} ends here`);

/** Any documents that a listing can show. */
export const anyListed: fc.Arbitrary<Listed[]> = fc.array(
  fc.record({
    date,
    title: prose(15),
    paragraphs: fc.array(prose(40), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
);

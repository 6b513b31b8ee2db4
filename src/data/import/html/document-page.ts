import type { SourceRecord } from '../source-record.ts';
import { outward, type Page, textIn } from './page.ts';

/** Labels of a document page by the fields that they name. */
const LABELS: readonly [
  label: RegExp,
  field: 'creators' | 'source' | 'rights' | 'type' | 'languages' | 'identifier',
][] = [
  [/^author/i, 'creators'],
  [/^source/i, 'source'],
  [/^rights/i, 'rights'],
  [/^type/i, 'type'],
  [/^language/i, 'languages'],
  [/^record id/i, 'identifier'],
];

/** The page of one document; undefined where it is none. */
export function readDocumentPage(page: Page): SourceRecord | undefined {
  const title = textIn(page('h1.title').first());
  const date = textIn(page('.date').first());
  if (!title || (!date && page('.information-block').length === 0)) return undefined;
  const url = outward(page, page('link[rel=canonical]').attr('href'));
  const blocks = page('.information-block')
    .toArray()
    .map((block) => ({
      label: textIn(page(block).find('.sub-title').first()),
      values: page(block)
        .find('.text, .pill .name span')
        .toArray()
        .map((node) => textIn(page(node)))
        .filter(Boolean),
    }));
  const lists = Object.fromEntries(
    LABELS.map(([label, field]) => [
      field,
      blocks.filter((block) => label.test(block.label)).flatMap(({ values }) => values),
    ]),
  );
  const summaries = blocks.filter(({ label }) => !LABELS.some(([known]) => known.test(label)));
  const paragraphs = page('.text-block')
    .toArray()
    .map((node) => textIn(page(node)));
  return {
    line: null,
    title,
    date,
    description: [...paragraphs, ...summaries.flatMap(({ values }) => values)]
      .filter(Boolean)
      .join('\n\n'),
    ...(url ? { url } : {}),
    ...lists,
  };
}

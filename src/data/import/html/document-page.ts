import type { Format, Found } from '../format.ts';
import { type Block, toBlocks } from '../listing/blocks.ts';
import { isDateLine } from '../listing/date-line.ts';
import { isNavigation } from '../listing/navigation.ts';
import { splitPages } from '../listing/pages.ts';
import type { SourceRecord } from '../source-record.ts';
import { wholeText } from '../whole-text.ts';
import { type Fields, fieldOf, withCredit } from './document-fields.ts';
import { withText } from './document-text.ts';

/** A document's number on its page, beside or above which other labels stand. */
const NUMBERED = /^\s*record id\s*(?::|$)/im;
const LABELLED = /^\s*(?:author(?:\(s\)|s)?|source|rights|type|language)s?\s*(?::|$)/im;
const CREDIT =
  /^(?:this document was )?(?:made possible|(?:donated|contributed|provided|obtained) (?:by|for|with))\b/i;

/** Pages of single documents, saved as text. */
export const documentPage: Format = {
  name: 'document-page',
  recognises: ({ text }) => text !== null && NUMBERED.test(text) && LABELLED.test(text),
  async *read(source): AsyncGenerator<Found> {
    for (const blocks of splitPages(toBlocks(await wholeText(source)))) {
      const record = readPage(blocks);
      if (record) yield { kind: 'record', record };
      else {
        const raw = blocks.map(({ lines }) => lines.join('\n')).join('\n\n');
        const line = blocks[0]?.line ?? null;
        yield { kind: 'refused', line, reason: 'has no title above labelled fields', raw };
      }
    }
  },
};

/** Date, title, perhaps a credit, the text, its summary, and labelled fields, in this order. */
function readPage(blocks: readonly Block[]): SourceRecord | undefined {
  const end = blocks.findIndex(({ lines }) => lines.some(labelOn));
  const above = blocks.slice(0, Math.max(end, 0)).filter((block) => !isNavigation(block));
  const dated = above.findIndex(({ lines, text }) => lines.length === 1 && isDateLine(text));
  const title = above[dated + 1];
  if (!title) return undefined;
  const rest = above.slice(dated + 2).map(({ text }) => text);
  const credit = CREDIT.test(rest[0] ?? '') ? (rest.shift() ?? '') : '';
  const fields = withCredit(fieldsIn(blocks.slice(end)), credit);
  return {
    line: (above[dated] ?? title).line,
    title: title.text,
    date: above[dated]?.text ?? '',
    // The summary is the last before the fields.
    description: rest.at(-1) ?? '',
    ...fields,
    ...withText(rest.slice(0, -1), fields),
  };
}

/** The values below labels, or beside them: long ones run over lines, the others stand one a line. */
function fieldsIn(blocks: readonly Block[]): Fields {
  const fields: { -readonly [name in keyof Fields]: string[] } = {};
  let field: keyof Fields | undefined;
  for (const { lines } of blocks) {
    let isFirst = true;
    for (const line of lines) {
      const label = labelOn(line);
      field = label?.field ?? field;
      const value = label ? label.value : line;
      if (label) isFirst = true;
      // What follows the number without a label is the page's foot.
      if (!field || !value || (field === 'identifier' && fields.identifier)) continue;
      const values = fields[field] ?? [];
      const runsOn = !isFirst && (field === 'source' || field === 'rights');
      fields[field] = runsOn
        ? [...values.slice(0, -1), `${values.at(-1)} ${value}`]
        : [...values, value];
      isFirst = false;
    }
  }
  return fields;
}

/** A label, and what stands beside it. */
function labelOn(line: string): { field: keyof Fields; value: string } | undefined {
  const [, label = '', value = ''] = /^([^:]{1,12})(?::\s*(.*))?$/.exec(line) ?? [];
  const field = fieldOf(label);
  return field && { field, value };
}

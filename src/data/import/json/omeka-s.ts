import { fromW3cdtf } from '../../dates/encoded.ts';
import type { Format, Found } from '../format.ts';
import type { SourceRecord } from '../source-record.ts';
import { elementsIn } from './elements.ts';
import { clipRaw } from './objects.ts';

/** A value of a property: a text, a link with a label, or another resource with its title. */
type Value = { '@value'?: unknown; '@id'?: unknown; 'o:label'?: unknown; display_title?: unknown };
type Item = Readonly<Record<string, unknown>>;

/**
 * Items of Omeka S, as its API and its export give them.
 * @see https://omeka.org/s/docs/developer/api/rest_api/
 */
export const omekaS: Format = {
  name: 'omeka-s',
  recognises: ({ text }) => /^\s*\[?\s*\{/.test(text ?? '') && /"o:id"\s*:/.test(text ?? ''),
  async *read(source): AsyncGenerator<Found> {
    for await (const { text, line } of elementsIn(source.text())) {
      try {
        yield { kind: 'record', record: fromOmekaS(JSON.parse(text), line) };
      } catch (error) {
        const reason = `is not JSON (${(error as Error).message})`;
        yield { kind: 'refused', line, reason, raw: clipRaw(text) };
      }
    }
  },
};

/** An item as a record. */
export function fromOmekaS(item: Item, line: number | null): SourceRecord {
  const terms = (...names: string[]) => names.flatMap((name) => textsOf(item[`dcterms:${name}`]));
  const [title = typeof item['o:title'] === 'string' ? item['o:title'] : '', ...titles] =
    terms('title');
  const [date = '', ...dates] = terms('date', 'created', 'issued');
  const identifiers = terms('identifier');
  const url = identifiers.find((one) => /^https?:\/\//.test(one)) ?? item['@id'];
  return {
    line,
    title,
    date,
    ...encodingOf(date),
    description: [...terms('abstract', 'description'), ...titles, ...dates].join('\n\n'),
    ...(typeof url === 'string' ? { url } : {}),
    creators: terms('creator'),
    people: terms('contributor'),
    places: terms('spatial', 'coverage'),
    subjects: terms('subject'),
    languages: terms('language'),
    type: terms('type', 'medium'),
    source: terms('publisher', 'source', 'provenance'),
    identifier: [...identifiers.filter((one) => one !== url), `item ${item['o:id']}`],
    rights: terms('rights', 'license'),
  };
}

function encodingOf(date: string): { edtf?: string } {
  const edtf = fromW3cdtf(date);
  return edtf ? { edtf } : {};
}

/** The texts of a property's values; a link without a label is its address. */
const textsOf = (values: unknown): readonly string[] =>
  (Array.isArray(values) ? (values as Value[]) : [])
    .map((value) => value['@value'] ?? value.display_title ?? (value['o:label'] || value['@id']))
    .filter((text) => text !== undefined && text !== null)
    .map((text) => String(text).trim());

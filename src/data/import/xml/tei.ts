import type { Format, Found } from '../format.ts';
import type { SourceRecord } from '../source-record.ts';
import { type Element, elementsOf } from './elements.ts';
import { encodedDate } from './encoded-date.ts';
import { first, textOf, textsOf, within } from './inside.ts';

/** What stands within a text without belonging to it. */
const ASIDE = ['note', 'pb', 'figure'];

/**
 * TEI volumes with documents in them, as those of _Foreign Relations of the United States_.
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-div.html
 */
export const tei: Format = {
  name: 'tei',
  recognises: ({ text }) => /<(?:\w+:)?(?:TEI|teiCorpus)[\s>]/.test(text ?? ''),
  async *read(source): AsyncGenerator<Found> {
    let volume = { title: '', id: '' };
    const wanted = elementsOf(
      source.text(),
      (name, { type }) => name === 'teiHeader' || (name === 'div' && type === 'document'),
    );
    for await (const element of wanted) {
      if (element.name === 'teiHeader') volume = readHeader(element);
      else yield { kind: 'record', record: readDocument(element, volume) };
    }
    if (volume.title) yield { kind: 'page', heading: volume.title, stretch: null };
  },
};

function readHeader(header: Element): { title: string; id: string } {
  const titles = within(header, 'title');
  const complete = titles.find(({ attributes }) => attributes.type === 'complete') ?? titles[0];
  const numbers = within(header, 'idno');
  const number = numbers.find(({ attributes }) => attributes.type === 'frus') ?? numbers[0];
  return { title: textOf(complete), id: textOf(number) };
}

function readDocument(div: Element, volume: { id: string }): SourceRecord {
  const dateline = first(div, 'dateline');
  const date = (dateline && first(dateline, 'date')) ?? first(div, 'date');
  const edtf = encodedDate(div.attributes) ?? (date && encodedDate(date.attributes));
  const { id, n } = div.attributes;
  const number = id ?? n;
  const source = within(div, 'note').find(({ attributes }) => attributes.type === 'source');
  return {
    line: div.line,
    title: titleOf(first(div, 'head'), n),
    date: textOf(date, ASIDE),
    ...(edtf ? { edtf } : {}),
    description: '',
    people: textsOf(div, 'persName', ASIDE),
    places: dateline ? textsOf(dateline, 'placeName', ASIDE) : [],
    ...(source && textOf(source) ? { source: [textOf(source)] } : {}),
    ...(number ? { identifier: [[volume.id, number].filter(Boolean).join('/')] } : {}),
  };
}

/** The head without its notes and without the document's number before it. */
function titleOf(head: Element | undefined, number: string | undefined): string {
  const text = textOf(head, ASIDE);
  const numbered = /^(?:No\.?\s*)?(\d+[a-z]?)\.?\s*(?=\p{L})/iu.exec(text);
  return numbered && numbered[1] === number ? text.slice(numbered[0].length) : text;
}

import type { Found } from '../format.ts';
import { readCorrespondence } from './correspondence.ts';
import type { Element } from './elements.ts';
import { children, textOf } from './inside.ts';
import { TEI } from './namespaces.ts';
import { xmlFormat } from './xml-format.ts';

const WANTED = ['correspDesc', 'titleStmt', 'bibl'];
const TITLES = 'letters have no titles in this format; each is named by who wrote to whom';
const UNNAMED = '[not named]';

/** Lists of letters in the Correspondence Metadata Interchange Format. */
export const cmif = xmlFormat({
  name: 'cmif',
  isIn: ({ name, namespace }, { text, isWhole }) =>
    name === 'TEI' && namespace === TEI && isList(text, isWhole),
  choose: ({ name }) => (WANTED.includes(name) ? 'whole' : undefined),
  async *read(parts): AsyncGenerator<Found> {
    let heading = '';
    let count = 0;
    const editions = new Map<string, string>();
    for await (const { element } of parts) {
      if (element.name === 'titleStmt') heading ||= textOf(children(element, 'title')[0]);
      else if (element.name === 'bibl') {
        editions.set(`#${element.attributes['xml:id']}`, textOf(element));
      } else {
        count += 1;
        yield* readLetter(element, editions);
      }
    }
    if (count > 0) yield { kind: 'note', text: TITLES };
    if (heading) yield { kind: 'page', heading, range: null };
  },
});

/** Whether a TEI text describes letters without giving one: a single letter has a text as well. */
function isList(text: string, isWhole: boolean): boolean {
  const letters = text.match(/<(?:\w+:)?correspDesc[\s>]/g)?.length ?? 0;
  if (letters !== 1) return letters > 1 || (!isWhole && TYPED_EDITION.test(text));
  const [, body = ''] = /<(?:\w+:)?body\b[^>]*>(.*)<\/(?:\w+:)?body>/s.exec(text) ?? [];
  return isWhole && !body.replaceAll(/<[^>]*>|\s/g, '');
}

/** The editions that the letters are from come first, each with its kind. */
const TYPED_EDITION = /<(?:\w+:)?bibl\s[^>]*\btype="(?:online|print|hybrid)"/;

function* readLetter(letter: Element, editions: ReadonlyMap<string, string>): Generator<Found> {
  const { line } = letter;
  const { senders, addressees, others, date, doubt, ...rest } = readCorrespondence(letter);
  const { ref, key, source } = letter.attributes;
  const isNamed = senders.length + addressees.length > 0;
  const [from, to] = [senders, addressees].map((names) => names.join(' and ') || UNNAMED);
  const edition = editions.get(source ?? '');
  const identifier = key ?? ref;
  yield {
    kind: 'record',
    record: {
      line,
      ...rest,
      title: isNamed ? `${from} to ${to}` : '',
      date: date?.printed ?? '',
      ...(date?.edtf ? { edtf: date.edtf } : {}),
      ...(ref && /^https?:/.test(ref) ? { url: ref } : {}),
      creators: senders,
      recipients: addressees,
      people: others,
      source: edition ? [edition] : [],
      ...(identifier ? { identifier: [identifier] } : {}),
    },
  };
  if (doubt) yield { kind: 'doubt', line, reason: doubt };
}

import type { Found } from '../format.ts';
import type { SourcePage } from '../texts/spooled-text.ts';
import type { Choose, Element, Tag } from './elements.ts';
import { frusPage } from './frus-page.ts';
import { describeInferred, isInferred } from './inferred-date.ts';
import { first, paragraphsOf, textOf, within } from './inside.ts';
import { TEI } from './namespaces.ts';
import { isDocument, readDocument } from './tei-document.ts';
import { type Gathered, readText, titleOf } from './tei-letter.ts';
import { breakBefore, gatherPages, type PageGatherer } from './tei-pages.ts';
import { xmlFormat } from './xml-format.ts';

const TEXT = /^TEI(?:\.2)?$/;
/** What of a header is of use. */
const HEADER = /^(?:titleStmt|publicationStmt|sourceDesc|creation|correspDesc|abstract|langUsage)$/;
/** What in a text only holds other parts. */
const FRAME = /^(?:text|group|front|body|back|div\d?)$/;
/** No more paragraphs than these are an opening. */
const OPENING = 10;

const OPENINGS = 'a document without a summary is described by the beginning of its text';

/**
 * TEI: volumes with documents in them, as those of _Foreign Relations of the United States_; and
 * texts without, such as single letters, as one document each.
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/
 */
export const tei = xmlFormat({
  name: 'tei',
  isIn: ({ name, namespace }) =>
    name === 'TEI.2' || (namespace === TEI && /^(?:TEI|teiCorpus)$/.test(name)),
  choose,
  async *read(parts): AsyncGenerator<Found> {
    let gathered = nothing();
    let heading = '';
    let count = 0;
    let inVolume = 0;
    let inferred = 0;
    const headings = new WeakMap<Tag, string>();
    for await (const { element, path } of parts) {
      const parent = path.at(-1);
      if (TEXT.test(element.name)) {
        if (inVolume === 0) {
          const record = readText(element, { ...gathered, pages: gathered.text.pages() });
          if (isInferred(record)) inferred += 1;
          yield { kind: 'record', record };
        } else heading ||= titleOf(gathered.header.get('titleStmt'));
        count += 1;
        gathered = nothing();
        inVolume = 0;
      } else if (isDocument(element)) {
        inVolume += 1;
        const volume = {
          id: path.find(({ name }) => TEXT.test(name))?.attributes['xml:id'],
          title: titleOf(gathered.header.get('titleStmt')),
          persons: gathered.persons,
        };
        const above = path.map((tag) => headings.get(tag)).filter((text) => text !== undefined);
        for (const one of [element, ...documentsIn(element)]) {
          const pages = pagesOf(one, element, gathered.pageBreak, volume.id);
          for (const found of readDocument(one, volume, above, pages)) {
            if (found.kind === 'record' && isInferred(found.record)) inferred += 1;
            yield found;
          }
        }
        gathered.text = gatherPages(undefined);
        gathered.pageBreak = lastBreak(element) ?? gathered.pageBreak;
      } else if (HEADER.test(element.name)) {
        if (!gathered.header.has(element.name)) gathered.header.set(element.name, element);
      } else {
        if (parent && element.name === 'head')
          headings.set(parent, textOf(element, ['note']).replace(/:$/, ''));
        addBlock(gathered, element);
        if (inVolume === 0) gathered.text.add(element);
        gathered.pageBreak = lastBreak(element) ?? gathered.pageBreak;
      }
    }
    if (count > 0) yield { kind: 'note', text: OPENINGS };
    if (inferred > 0) yield { kind: 'note', text: describeInferred(inferred) };
    if (heading) yield { kind: 'page', heading, range: null };
  },
});

function choose(tag: Tag, path: readonly Tag[]): ReturnType<Choose> {
  if (TEXT.test(tag.name)) return 'end';
  if (isDocument(tag) || HEADER.test(tag.name)) return 'whole';
  const isBlock = !FRAME.test(tag.name) && path.some(({ name }) => name === 'text');
  return isBlock ? 'whole' : undefined;
}

const documentsIn = (element: Element): readonly Element[] =>
  [...within(element, 'div')].filter(isDocument);

/** The text of a document, and not of those that stand within it. */
function pagesOf(
  document: Element,
  outermost: Element,
  begun: Tag | undefined,
  volume: string | undefined,
): readonly SourcePage[] {
  const { pageBreak } =
    document === outermost ? { pageBreak: begun } : breakBefore(outermost, document, begun);
  const text = gatherPages(
    pageBreak,
    (tag) => frusPage(volume, tag),
    (tag) => tag !== document && isDocument(tag),
  );
  text.add(document);
  return text.pages();
}

/** The last page break in a part, which may be one itself. */
const lastBreak = (part: Element): Tag | undefined =>
  part.name === 'pb' ? part : [...within(part, 'pb', ['note'])].at(-1);

type Gathering = Omit<Gathered, 'pages'> & {
  header: Map<string, Element>;
  opening: string[];
  people: Set<string>;
  /** Persons by their ids, as a volume lists them before its documents. */
  persons: Map<string, string>;
  /** The text outside documents. */
  text: PageGatherer;
  /** The last page break that has gone by. */
  pageBreak: Tag | undefined;
};

const nothing = (): Gathering => ({
  header: new Map(),
  opening: [],
  people: new Set(),
  persons: new Map(),
  dateline: undefined,
  text: gatherPages(undefined),
  pageBreak: undefined,
});

/** Adds what a block of a text says of it. */
function addBlock(gathered: Gathering, block: Element): void {
  const isParagraph = block.name === 'p' || block.name === 'ab' || block.name === 'lg';
  if (isParagraph && gathered.opening.length < OPENING) {
    gathered.opening.push(...paragraphsOf(block, ['note']));
  }
  for (const person of within(block, 'persName', ['note'])) {
    const name = textOf(person);
    if (!name) continue;
    gathered.people.add(name);
    const id = person.attributes['xml:id'];
    if (id) gathered.persons.set(id, name.replace(/,$/, ''));
  }
  gathered.dateline ??= block.name === 'dateline' ? block : first(block, 'dateline', ['note']);
}

import { SaxesParser, type SaxesTagNS } from 'saxes';
import { SourceFault } from '../format.ts';

/** An element with what is in it; names are without prefixes. */
export type Element = {
  name: string;
  /** By names without prefixes: `when`, `id`, `doc-dateTime-min`. */
  attributes: Readonly<Record<string, string>>;
  content: readonly (Element | string)[];
  /** Where it begins. */
  line: number;
};

type Open = Element & { content: (Element | string)[] };

/** A larger element is no record, in characters and in elements within one another. */
const LARGEST = 8 * 1024 * 1024;
const DEEPEST = 500;

/**
 * The wanted elements of an XML text, outermost first, one at a time. Entities that a document type
 * declares are never expanded: saxes knows those of XML alone, and refuses others.
 * @throws SourceFault where the text is no XML any further; what stands before was given
 */
export async function* elementsOf(
  pieces: AsyncIterable<string>,
  isWanted: (name: string, attributes: Element['attributes']) => boolean,
): AsyncGenerator<Element> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Open[] = [];
  let done: Element[] = [];
  let size = 0;
  let fault: SourceFault | undefined;
  const fail = (reason: string) => {
    fault ??= new SourceFault(reason, parser.line);
  };
  const addText = (text: string) => {
    size += text.length;
    if (size > LARGEST) fail('has a record that is larger than any');
    if (!fault) open.at(-1)?.content.push(text);
  };
  parser.on('error', ({ message }) => fail(`is no XML any further (${message})`));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ local, attributes }: SaxesTagNS) => {
    if (fault) return;
    const plain = Object.fromEntries(
      Object.values(attributes).map((attribute) => [attribute.local, attribute.value]),
    );
    if (open.length === 0 && !isWanted(local, plain)) return;
    if (open.length === 0) size = 0;
    if (open.length > DEEPEST) fail('has elements nested deeper than any record');
    const element: Open = { name: local, attributes: plain, content: [], line: parser.line };
    open.at(-1)?.content.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const closed = fault ? undefined : open.pop();
    if (closed && open.length === 0) done.push(closed);
  });
  for await (const piece of pieces) {
    parser.write(piece);
    yield* done;
    done = [];
    if (fault) throw fault;
  }
  parser.close();
  yield* done;
  if (fault) throw fault;
}

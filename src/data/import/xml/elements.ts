import { SaxesParser, type SaxesTagNS } from 'saxes';
import { SourceError } from '../format.ts';
import { customaryName, customaryNamespace } from './namespaces.ts';

/** An element without what is in it. */
export type Tag = {
  /** Without its prefix. */
  name: string;
  /** The namespace's address; empty if there is none. */
  namespace: string;
  /** By name: `when`; those in a namespace with its customary prefix, `xml:id`. */
  attributes: Readonly<Record<string, string>>;
  /** Where it begins, counted from 1. */
  line: number;
};

/** An element with what is in it, in the text's order. */
export type Element = Tag & { content: readonly (Element | string)[] };

/** An element that was chosen, and those around it, the outermost first. */
export type Part = { element: Element; path: readonly Tag[] };

/** Whether an element is wanted whole, or only to know where it ends: then it comes empty. */
export type Choose = (tag: Tag, path: readonly Tag[]) => 'whole' | 'end' | undefined;

type Open = Tag & { content: (Element | string)[] };

/** A larger element, text or tag is no record's, in characters and in elements within it. */
const LARGEST = 4 * 1024 * 1024;
const MOST_ELEMENTS = 200_000;
const DEEPEST = 200;
/** How much is parsed between two looks at the size, in characters. */
const STEP = 64 * 1024;

/**
 * The chosen elements of an XML text, one at a time, each when it ends. No entities are expanded but
 * those of XML itself, whatever a document type declares; the others stay as they are written.
 * @param unexplained collects the names of these others
 * @throws SourceError if the text can't be read any further; what ended before was given
 */
export async function* elementsOf(
  pieces: AsyncIterable<string>,
  choose: Choose,
  unexplained: Set<string> = new Set(),
): AsyncGenerator<Part> {
  const parser = new SaxesParser({ xmlns: true, resolvePrefix: customaryNamespace });
  parser.ENTITIES = keepUnknown(parser.ENTITIES, unexplained);
  const path: Open[] = [];
  const awaited = new Set<Tag>();
  /** The chosen element that is being read, and those open in it. */
  const open: Open[] = [];
  let done: Part[] = [];
  /** Where what is being read began, in characters. */
  let begun = 0;
  let count = 0;
  /** Of the tag that is being read, and of what was read last. */
  let line = 1;
  let lastLine = 1;
  let isOver = false;

  const fail = (reason: string) => {
    throw new SourceError(reason, isOver ? lastLine : parser.line);
  };
  const addText = (text: string) => open.at(-1)?.content.push(text);
  const goOn = () => {
    if (open.length === 0) begun = parser.position;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', goOn);
  parser.on('opentagstart', () => {
    line = parser.columnIndex === 0 ? parser.line - 1 : parser.line;
  });
  parser.on('opentag', (opened) => {
    goOn();
    if (path.length + open.length >= DEEPEST) fail(`has elements more than ${DEEPEST} deep`);
    count = open.length === 0 ? 0 : count + 1;
    if (count > MOST_ELEMENTS) fail(`has a record of more than ${MOST_ELEMENTS} elements`);
    const element: Open = { ...toTag(opened), line, content: [] };
    const choice = open.length > 0 ? 'whole' : choose(element, path);
    if (choice === 'whole') {
      open.at(-1)?.content.push(element);
      open.push(element);
    } else {
      if (choice) awaited.add(element);
      path.push(element);
    }
  });
  parser.on('closetag', () => {
    const isOpen = open.length > 0;
    const element = (isOpen ? open.pop() : path.pop()) as Open;
    if (isOpen ? open.length === 0 : awaited.delete(element)) {
      done.push({ element, path: [...path] });
    }
    goOn();
  });
  parser.on('error', ({ message }) => {
    // Servers that begin with a blank line are many.
    if (message.includes('XML declaration must be at the start')) return;
    const problem = message.replaceAll(/^[\d:]+ |\.$/g, '');
    fail(isOver ? `is cut off (${problem})` : `can’t be read as XML any further (${problem})`);
  });

  try {
    for await (const text of inSteps(pieces)) {
      parser.write(text);
      if (parser.position - begun > LARGEST) fail(`has no end within ${LARGEST} characters`);
      lastLine = parser.line;
      yield* done;
      done = [];
    }
    isOver = true;
    parser.close();
  } catch (error) {
    yield* done;
    throw error;
  }
}

const toTag = ({ local, uri, attributes }: SaxesTagNS): Omit<Tag, 'line'> => ({
  name: local,
  namespace: uri,
  attributes: Object.fromEntries(
    Object.values(attributes).map((attribute) => [customaryName(attribute), attribute.value]),
  ),
});

/** No more names than these are worth telling. */
const MOST_NAMES = 20;

/** Leaves an entity that isn't XML's own as it is written. */
const keepUnknown = (own: Record<string, string>, unexplained: Set<string>) =>
  new Proxy(own, {
    get(known, name: string) {
      if (known[name] === undefined && unexplained.size < MOST_NAMES) unexplained.add(name);
      return known[name] ?? `&${name};`;
    },
  });

/** A text in short steps. */
async function* inSteps(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += STEP) yield piece.slice(at, at + STEP);
  }
}

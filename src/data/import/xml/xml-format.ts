import { SaxesParser } from 'saxes';
import type { Format, Found, Sample } from '../format.ts';
import { type Choose, elementsOf, type Part } from './elements.ts';
import { customaryNamespace } from './namespaces.ts';

/** What a text's outermost element is called, and its namespace. */
type Root = { name: string; namespace: string };

/** A format of XML texts, by what it wants of them. */
type XmlReading = {
  name: string;
  /** Whether a text is in this format, by its outermost element and its beginning. */
  isIn(root: Root, sample: Sample & { text: string }): boolean;
  choose: Choose;
  read(parts: AsyncIterable<Part>): AsyncIterable<Found>;
};

/** Makes a format of XML texts; entities that only a document type explains are told of at the end. */
export const xmlFormat = ({ name, isIn, choose, read }: XmlReading): Format => ({
  name,
  recognises(sample) {
    const { text } = sample;
    const root = text === null ? null : rootOf(text);
    return text !== null && root !== null && isIn(root, { ...sample, text });
  },
  async *read(source) {
    const unexplained = new Set<string>();
    yield* read(elementsOf(source.text(), choose, unexplained));
    if (unexplained.size > 0) {
      const names = [...unexplained].map((entity) => `&${entity};`).join(' ');
      yield { kind: 'note', text: `characters left as they are written: ${names}` };
    }
  },
});

/** How much is parsed before looking whether the outermost element has come, in characters. */
const STEP = 256;

/** The outermost element of an XML text by its beginning; null if it is no XML. */
function rootOf(text: string): Root | null {
  if (!/^\s*</.test(text)) return null;
  const parser = new SaxesParser({ xmlns: true, resolvePrefix: customaryNamespace });
  let root: Root | null = null;
  let isBroken = false;
  parser.on('error', () => {
    isBroken = true;
  });
  parser.on('opentag', ({ local, uri }) => {
    root ??= { name: local, namespace: uri };
  });
  for (let at = 0; at < text.length && !root && !isBroken; at += STEP) {
    parser.write(text.slice(at, at + STEP));
  }
  return root;
}

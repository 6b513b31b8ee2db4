import type { Element } from './elements.ts';

/** The elements directly inside, of one of the names where any are given. */
export const children = ({ content }: Element, ...names: readonly string[]): readonly Element[] =>
  content.filter(
    (part): part is Element =>
      typeof part !== 'string' && (names.length === 0 || names.includes(part.name)),
  );

/**
 * Every element of a name inside, however deep, in the text's order.
 * @param without names of elements that are passed over with all that is in them
 */
export function* within(
  element: Element,
  name: string,
  without: readonly string[] = [],
): Generator<Element> {
  for (const child of children(element)) {
    if (without.includes(child.name)) continue;
    if (child.name === name) yield child;
    yield* within(child, name, without);
  }
}

/** The first element of a name inside, however deep. */
export const first = (
  element: Element | undefined,
  name: string,
  without: readonly string[] = [],
): Element | undefined =>
  element && (within(element, name, without).next().value as Element | undefined);

/** Elements of TEI and EAD that stand for themselves, and don't run on in the text around them. */
export const BLOCKS: ReadonlySet<string> = new Set(
  `ab address addressline addrLine argument blockquote chronitem chronlist closer dateline defitem div
  head item l lg list opener p part postscript row salute signed table titlePart trailer`.split(
    /\s+/,
  ),
);

/**
 * The paragraphs inside, each with its white space as single blanks; blank ones are left out.
 * @param without names of elements whose text doesn't belong to them
 */
export function paragraphsOf(element: Element, without: readonly string[] = []): string[] {
  const paragraphs: string[] = [''];
  const add = ({ content }: Element) => {
    for (const part of content) {
      if (typeof part === 'string') paragraphs.push((paragraphs.pop() ?? '') + part);
      else if (isLineBreak(part)) paragraphs.push(`${paragraphs.pop()} `);
      else if (!without.includes(part.name)) {
        const isBlock = BLOCKS.has(part.name);
        if (isBlock) paragraphs.push('');
        add(part);
        if (isBlock) paragraphs.push('');
      }
    }
  };
  add(element);
  return paragraphs.map(oneSpaced).filter(Boolean);
}

/** The text inside, in one line; empty if there is none. */
export const textOf = (element: Element | undefined, without: readonly string[] = []): string =>
  element ? paragraphsOf(element, without).join(' ') : '';

/** The texts of elements, blank ones and repeats left out. */
export const textsOf = (
  elements: Iterable<Element>,
  without: readonly string[] = [],
): readonly string[] => [
  ...new Set([...elements].map((element) => textOf(element, without)).filter(Boolean)),
];

const oneSpaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const isLineBreak = ({ name, attributes }: Element): boolean =>
  (name === 'lb' || name === 'cb') && attributes.break !== 'no';

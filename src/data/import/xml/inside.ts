import type { Element } from './elements.ts';

/** The elements directly inside. */
const children = ({ content }: Element): readonly Element[] =>
  content.filter((part) => typeof part !== 'string');

/** Every element inside, however deep, in the text's order. */
export const within = (element: Element, name: string): readonly Element[] =>
  children(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...within(child, name),
  ]);

/** The first element inside, however deep. */
export const first = (element: Element, name: string): Element | undefined =>
  within(element, name)[0];

/**
 * The text inside, its white space as single blanks.
 * @param without names of elements whose text doesn't belong to it
 */
export const textOf = (element: Element | undefined, without: readonly string[] = []): string =>
  element ? joined(element, without).replace(/\s+/g, ' ').trim() : '';

/** Elements that break a line stand for a blank. */
const joined = ({ content }: Element, without: readonly string[]): string =>
  content
    .map((part) => {
      if (typeof part === 'string') return part;
      if (without.includes(part.name)) return '';
      return part.name === 'lb' ? ' ' : joined(part, without);
    })
    .join('');

/** Texts of every element of a name, blank ones and repeats left out. */
export const textsOf = (
  element: Element,
  name: string,
  without: readonly string[] = [],
): readonly string[] => [
  ...new Set(
    within(element, name)
      .map((one) => textOf(one, without))
      .filter(Boolean),
  ),
];

import type { Node, Selection } from './load-page.ts';

/** Elements that run on in the text around them. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
/** What a page doesn't show, or not for reading. */
const HIDDEN = new Set('script style noscript template head svg button select textarea'.split(' '));

/**
 * The texts of a page that stand for themselves, in order; blank ones are left out.
 * @param without parts that aren't read, and divide what stands around them
 */
export function textsIn(selection: Selection, without: readonly Node[] = []): string[] {
  const texts = [''];
  const left = new Set(without);
  const add = (node: Node) => {
    if (node.type === 'text') texts.push((texts.pop() ?? '') + node.data);
    if (!('children' in node) || ('name' in node && HIDDEN.has(node.name))) return;
    const isBlock = !('name' in node && INLINE.has(node.name)) || left.has(node);
    if (isBlock) texts.push('');
    if (!left.has(node)) for (const child of node.children) add(child);
    if (isBlock) texts.push('');
  };
  for (const node of selection.toArray()) {
    add(node);
    texts.push('');
  }
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
}

/** The whole text in one line. */
export const textIn = (selection: Selection): string => textsIn(selection).join(' ');

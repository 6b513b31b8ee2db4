import { WebUrl } from '../../corpus/document.ts';
import type { SourcePage } from '../texts/spooled-text.ts';
import type { Element, Tag } from './elements.ts';
import { BLOCKS, children, paragraphsOf } from './inside.ts';

/** What stands on a page without being of its text. */
const LEFT_OUT: ReadonlySet<string> = new Set(['del', 'figDesc', 'fw']);
/** What holds paragraphs and no text of its own. */
const HOLDERS: ReadonlySet<string> = new Set(['attachment', 'body', 'div', 'floatingText']);
/** Of readings that can be chosen from: what the source has, and not what an editor makes of it. */
const READINGS = ['sic', 'orig', 'abbr', 'lem'];

/** What is gathered of a text. */
export type PageGatherer = {
  add(part: Element): void;
  /** The pages that have a text; nothing is added afterwards. */
  pages(): readonly SourcePage[];
};

/**
 * Gathers a text page by page, as its parts go by. Running text comes first on a page, its notes after
 * it, each with its mark, as paragraphs of their own; a note stands on the page that refers to it.
 * Lines break where they do in the source, if it says so.
 * @param begun the page break before the text: its first page may have begun with another
 * @param addressOf where the page after a break can be read, if the break itself doesn't say it
 * @param isOther whether an element is of another text; only its page breaks count
 */
export function gatherPages(
  begun: Tag | undefined,
  addressOf: (pageBreak: Tag) => string | null = () => null,
  isOther: (element: Tag) => boolean = () => false,
): PageGatherer {
  const pages: SourcePage[] = [];
  let pageBreak = begun;
  let paragraphs = [''];
  let notes: string[] = [];
  /** How many elements of other texts are open. */
  let others = 0;
  let isAfterLabel = false;

  const addText = (text: string) => {
    if (others > 0) return;
    paragraphs.push(`${paragraphs.pop() ?? ''}${text}`);
    if (text.trim()) isAfterLabel = false;
  };
  const divide = () => {
    // An item runs on after its label.
    if (!isAfterLabel) paragraphs.push('');
  };
  const endPage = () => {
    const text = [...paragraphs.map(cleanLines), ...notes]
      .filter(Boolean)
      .join('\n\n')
      // What follows a signature in its sentence.
      .replaceAll(/\n\n(?=[,;:)])/g, '');
    const { n = '', facs } = pageBreak?.attributes ?? {};
    const url = WebUrl.safeParse(facs).data ?? (pageBreak ? addressOf(pageBreak) : null);
    if (text) pages.push({ label: labelOf(n), text, kind: 'edition', url });
    paragraphs = [''];
    notes = [];
  };
  const addNote = (note: Element) => {
    const said = paragraphsOf(note, ['fw']).join('\n\n');
    if (said && others === 0) notes.push([note.attributes.n, said].filter(Boolean).join(' '));
  };
  const add = (part: Element) => {
    const { name, attributes } = part;
    if (name === 'pb') {
      endPage();
      pageBreak = part;
    } else if (name === 'lb' || name === 'cb') addText(attributes.break === 'no' ? '' : '\n');
    else if (name === 'gap') addText('[…]');
    else if (name === 'note' && !isInline(part)) addNote(part);
    else if (name === 'choice' || name === 'app') addInside({ ...part, content: readingOf(part) });
    else if (!LEFT_OUT.has(name)) addInside(part);
  };
  const addInside = (part: Element) => {
    const isLabel = part.name === 'label';
    const isBlock = isLabel || BLOCKS.has(part.name);
    if (isOther(part)) others += 1;
    if (isBlock) divide();
    for (const one of part.content) {
      // What stands between paragraphs runs on with neither.
      const isAlone = typeof one !== 'string' && one.name === 'note' && HOLDERS.has(part.name);
      if (isAlone) divide();
      if (typeof one === 'string') addText(one.replaceAll(/\s+/g, ' '));
      else add(one);
      if (isAlone) divide();
    }
    if (isLabel || part.name === 'cell') addText(' ');
    if (isBlock && !isLabel) divide();
    isAfterLabel = isLabel;
    if (isOther(part)) others -= 1;
  };
  return {
    add,
    pages() {
      endPage();
      return pages;
    },
  };
}

/** The page break before a part of an element. */
export function breakBefore(
  element: Element,
  part: Element,
  begun: Tag | undefined,
): { pageBreak: Tag | undefined; isFound: boolean } {
  let pageBreak = begun;
  for (const child of children(element)) {
    if (child === part) return { pageBreak, isFound: true };
    if (child.name === 'pb') pageBreak = child;
    const inside = breakBefore(child, part, pageBreak);
    pageBreak = inside.pageBreak;
    if (inside.isFound) return inside;
  }
  return { pageBreak, isFound: false };
}

/** Where a note is printed within the text, and not below or beside it. */
const isInline = ({ attributes: { rend, place } }: Tag): boolean =>
  rend === 'inline' || place === 'inline';

function readingOf(choice: Element): Element['content'] {
  const readings = children(choice);
  return [readings.find(({ name }) => READINGS.includes(name)) ?? readings[0]].filter(
    (one) => one !== undefined,
  );
}

/** `412`, `[412]` and `xiv` are pages, `12r` and `12v` the sides of a leaf; all else is kept as it is. */
function labelOf(printed: string): string | null {
  const number = printed.trim();
  if (/^\[?\d+\s?[rv]\]?$/.test(number)) return `f. ${number}`;
  if (/^\[?(?:\d+\p{Ll}?|[ivxlcdm]+)\]?$/iu.test(number)) return `p. ${number}`;
  return number || null;
}

const cleanLines = (text: string): string =>
  text
    .replaceAll(/ *\n\s*/g, '\n')
    .replaceAll(/ +/g, ' ')
    .trim();

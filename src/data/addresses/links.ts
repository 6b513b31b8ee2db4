import { addressKey } from './address-key.ts';

/** Up to what ends an address in prose and in Discord's Markdown: blanks, brackets and quotation marks of their own, bars, backticks. */
const LINK = /(?:https?:\/\/|(?<![\p{L}\p{N}])doi:\s?(?=10\.\d{4}))[^\s<>"“”„«»`|\\]+/giu;
/** What ends a sentence or a format rather than an address. */
const AFTER_LINK = /[.,;:!?'’‘*_~…。、，]+$/u;
const CLOSING: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** The web addresses and DOIs in a text, and what is left of it without them. */
export type SplitText = {
  /** As they are written, each page once. */
  links: readonly string[];
  rest: string;
};

/**
 * The web addresses that a text is or has; one without `https://` only where it is the whole text. One
 * that may as well be a reference is left among the words, too.
 */
export function readLinks(text: string): SplitText {
  const link = soleLink(text);
  if (link === undefined) return splitLinks(text);
  return { links: [link], rest: mayBeReference(link) ? text : '' };
}

/**
 * Whether an address may as well be a volume, a box or a date: `vol.xii/3`, `no.pl/7`. One is that has
 * neither scheme nor `www.`, and a host of two parts without one of the endings that nothing else has.
 */
export const mayBeReference = (link: string): boolean =>
  /^[^/.:]+\.(?!(?:com|org|net|edu|gov|mil|int|info)\/)[^/.:]+\//i.test(link);

/** Takes the web addresses out of a text: bare ones, in `<…>`, in Markdown, with a sentence's full stop. */
export function splitLinks(text: string): SplitText {
  const byKey = new Map<string, string>();
  const rest = text.replace(LINK, (found) => {
    const link = withoutEnd(found);
    const key = addressKey(link);
    if (key === undefined) return found;
    if (!byKey.has(key)) byKey.set(key, link);
    return ` ${found.slice(link.length)}`;
  });
  return { links: [...byKey.values()], rest };
}

/** The one web address that a text is, whatever signs stand around it; undefined if it says more. */
export function soleLink(text: string): string | undefined {
  const {
    links: [link, ...others],
    rest,
  } = splitLinks(text);
  if (link !== undefined) {
    return others.length > 0 || /[\p{L}\p{N}]/u.test(rest) ? undefined : link;
  }
  const bare = withoutEnd(text.trim().replace(/^<|>$/g, ''));
  return addressKey(bare) === undefined ? undefined : bare;
}

/** Without signs that follow the address, and without brackets that close what was opened before it. */
function withoutEnd(found: string): string {
  const link = found.replace(AFTER_LINK, '');
  const last = link.at(-1) ?? '';
  const opening = CLOSING.get(last);
  const isOpen = opening !== undefined && countOf(link, opening) < countOf(link, last);
  const kept = isOpen ? link.slice(0, -1) : link;
  return kept === found ? kept : withoutEnd(kept);
}

const countOf = (text: string, sign: string): number => text.split(sign).length - 1;

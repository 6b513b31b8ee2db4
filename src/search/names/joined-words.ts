import { inTwo } from './in-two.ts';

/** Shorter words are joined by chance. */
const SHORTEST = 6;

const VIETNAMESE =
  /^(?:ngh?|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdghklmnrstvx])?(?:uye|uya|uoi|uou|ieu|yeu|oai|oay|uay|[aeiouy]{1,2})(?:ch|ng|nh|[cmnpt])?$/;

/**
 * A name written apart where documents have it in one word (`nha trang`, `nhatrang`), and one in one
 * word where it has Vietnamese syllables.
 * @param words the first is where the name begins
 */
export function joinedOrApart(
  words: readonly string[],
  isPrinted: (word: string) => boolean,
): Apart[] {
  const joined = [2, 3].flatMap((length) => {
    const typed = words.slice(0, length);
    const word = typed.join('');
    const isName = typed.length === length && word.length >= SHORTEST && isPrinted(word);
    return isName ? [{ typed, words: [word] }] : [];
  });
  const [word = ''] = words;
  if (word.length < SHORTEST || isPrinted(word)) return joined;
  const apart = inTwo(word).filter((parts) =>
    parts.every((part) => VIETNAMESE.test(part) && isPrinted(part)),
  );
  return [...joined, ...apart.map((parts) => ({ typed: [word], words: parts }))];
}

type Apart = { typed: readonly string[]; words: readonly string[] };

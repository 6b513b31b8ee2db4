/** What a DOI is written after: `doi:`, or the address of what resolves it. */
const BEFORE = /^(?:doi:\s*|(?:https?:\/\/)?(?:(?:www|dx)\.)?doi\.org\/(?:doi:)?)/i;
/** Agencies may give themselves parts: `10.1000.10`. */
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;

/**
 * The DOI that a text is, however it is written, in lower case: letters of a DOI have no case.
 * @returns `10.1000/182` for `https://dx.doi.org/10.1000/182?utm_source=x`; undefined for anything else
 * @see https://www.doi.org/doi-handbook/HTML/index.html 3.4
 */
export function readDoi(text: string): string | undefined {
  const trimmed = text.trim();
  const [before = ''] = BEFORE.exec(trimmed) ?? [];
  const isAddress = before.includes('/');
  const rest = trimmed.slice(before.length);
  const name = isAddress ? decoded(rest.replace(/[?#].*$/, '')) : rest;
  return DOI.test(name) ? name.toLowerCase() : undefined;
}

/** What isn't UTF-8 stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

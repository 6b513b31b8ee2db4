/** No server is left alone for longer, whatever it says: one that is set wrong would be for good. */
const LONGEST_MS = 7 * 24 * 60 * 60_000;

/**
 * Until when a server asks to be left alone, by `Retry-After` (seconds, or a date) or by the `Backoff`
 * of Zotero's API (seconds), whichever is later; null if by neither. A week at most.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * @see https://www.zotero.org/support/dev/web_api/v3/basics#rate_limiting
 */
export function askedPause(headers: Headers, now: number): number | null {
  const times = [headers.get('retry-after'), headers.get('backoff')]
    .map((text) => readTime(text?.trim() ?? '', now))
    .filter((time) => time !== null);
  return times.length > 0 ? Math.min(Math.max(...times), now + LONGEST_MS) : null;
}

function readTime(text: string, now: number): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return now + Number(text) * 1000;
  // Only the date of HTTP: Date.parse takes "-1" for a year.
  const time = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

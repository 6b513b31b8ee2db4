/** No server is left alone for longer, whatever it asks for. */
const MOST_MS = 60 * 60_000;

/**
 * How long a server asks to be left alone, in milliseconds.
 * @param header seconds, or a date
 * @param now in milliseconds since 1970
 * @returns undefined if it doesn't say
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (!header?.trim()) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), MOST_MS);
}

/** In JSON: half of a character, or a sign that controls a terminal and shows nothing. */
const ILL_FORMED = /\\u(?:d[89a-f]|00[01])/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\0-\x08\x0B\x0C\x0E-\x1F]/g;

/** Whether a JSON text may hold characters that can't be shown or sent. */
export const mayBeIllFormed = (json: string): boolean => ILL_FORMED.test(json);

/**
 * Parses JSON; halves of characters become U+FFFD, and control characters go, because no service takes
 * them.
 * @throws SyntaxError for what is no JSON
 */
export const parseWellFormed = (json: string): unknown =>
  mayBeIllFormed(json) ? JSON.parse(json, wellFormed) : JSON.parse(json);

const wellFormed = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replace(CONTROLS, '') : value;

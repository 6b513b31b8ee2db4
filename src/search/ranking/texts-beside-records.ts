/** How much a text counts beside a record that answers as well. */
export const TEXT_SHARE = 0.5;

/**
 * What a document's record and text hold together of a short question counts so much more than what its
 * record holds by itself, of which there is never as much.
 */
export const BOTH_TO_RECORD = 4;

import { SourceError, type SourceFile } from './format.ts';

/** Saved pages are read whole; larger ones are none, in characters. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The whole text of a saved page.
 * @throws SourceError for a text that is larger than any page
 */
export async function wholeText(source: SourceFile, largest = LARGEST): Promise<string> {
  let text = '';
  for await (const piece of source.text()) {
    text += piece;
    if (text.length > largest) throw new SourceError('is too large for a saved page');
  }
  return text;
}

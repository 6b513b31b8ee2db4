import { createAnalyzer } from '../../text/analysis.ts';
import { analyzePages } from '../../text/placed-words.ts';
import { readTextAt, type TextPlace } from './text-places.ts';

/** As many bytes of texts are looked at before the first is loaded; of more texts, such as lie evenly. */
const LOOKED_AT = 16 * 2 ** 20;
const MOST_WORDS = 100_000;

/** How many different words texts have on average: all of them if they are small, otherwise some. */
export async function meanTextLength(texts: readonly TextPlace[]): Promise<number> {
  const bytes = texts.reduce((sum, { length }) => sum + length, 0);
  const step = Math.max(1, Math.ceil(bytes / LOOKED_AT));
  const analyze = createAnalyzer(MOST_WORDS);
  let [different, looked] = [0, 0];
  for (let at = 0; at < texts.length; at += step) {
    const text = texts[at];
    if (!text) break;
    const pages = await readTextAt(text);
    different += new Set(analyzePages(pages, analyze).map(({ word }) => word)).size;
    looked += 1;
  }
  return different / (looked || 1);
}

import type { TextCoverage } from '../search/archive.ts';
import { count, countDocuments } from '../wording/count.ts';
import { escapeMarkdown, oneLine } from './escape.ts';
import { clip } from './limits.ts';

const MOST = { collections: 8, name: 80 };

/**
 * How much of what is loaded has a text, as Markdown: `12 of 6,504 documents have a text here: all 9 of
 * *A*, 3 of 40 of *B*.`
 * @param ofOthers a sentence on the documents that have none
 */
export function describeTextCoverage(
  { documents, collections }: TextCoverage,
  ofOthers: string,
): string {
  const loaded = collections.reduce((sum, one) => sum + one.documents, 0);
  if (documents === 0) {
    return `None of the ${countDocuments(loaded)} loaded has a text here: only titles and descriptions could be compared.`;
  }
  const held = collections
    .filter(({ withText }) => withText > 0)
    .toSorted((a, b) => b.withText - a.withText);
  const named = held
    .slice(0, MOST.collections)
    .map((one) => `${countHeld(one)} of *${escapeMarkdown(clip(oneLine(one.name), MOST.name))}*`);
  const more = held.length - named.length;
  const rest =
    more > 0 ? ` and ${count(more)} more ${more === 1 ? 'collection' : 'collections'}` : '';
  const have = documents === 1 ? 'has' : 'have';
  const others = documents < loaded ? ` ${ofOthers}` : '';
  return `${count(documents)} of ${countDocuments(loaded)} ${have} a text here: ${named.join(', ')}${rest}.${others}`;
}

function countHeld({ documents, withText }: TextCoverage['collections'][number]): string {
  if (withText < documents) return `${count(withText)} of ${count(documents)}`;
  return documents === 1 ? 'the one' : `all ${count(documents)}`;
}

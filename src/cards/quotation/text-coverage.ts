import type { TextCoverage } from '../../search/archive.ts';
import { count } from '../count.ts';
import { escapeMarkdown, oneLine } from '../escape.ts';
import { clip } from '../limits.ts';

const MOST = { collections: 8, name: 80 };

/** How much of what is loaded has a text, in sentences of Markdown. */
export function describeTextCoverage({ documents, collections }: TextCoverage): string {
  const all = collections.reduce((sum, one) => sum + one.documents, 0);
  if (documents === 0) {
    return `None of the ${count(all)} documents loaded has a text here: only titles and descriptions could be compared.`;
  }
  const withText = collections.filter((one) => one.withText > 0);
  const named = withText
    .toSorted((a, b) => b.withText - a.withText)
    .slice(0, MOST.collections)
    .map((one) => {
      const name = escapeMarkdown(clip(oneLine(one.name), MOST.name));
      return `*${name}* (${count(one.withText)} of ${count(one.documents)})`;
    });
  const more = withText.length - named.length;
  const rest = documents < all ? ' Of the others only titles and descriptions were compared.' : '';
  const have = documents === 1 ? 'has' : 'have';
  return `${count(documents)} of ${count(all)} documents ${have} a text here: ${named.join(', ')}${more > 0 ? ` and ${count(more)} more collections` : ''}.${rest}`;
}

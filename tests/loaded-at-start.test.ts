import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** What takes much memory and few interactions need: it has threads of its own, or is loaded by `import()`. */
const KEPT_OUT = [
  'cheerio',
  'csv-parse',
  'iconv-lite',
  'numfmt',
  'saxes',
  'unpdf',
  'yaml',
  'yauzl',
  '@citation-js/core',
  '@resvg/resvg-js',
  'vega',
  'vega-lite',
  'pg',
  '@opensearch-project/opensearch',
  '@modelcontextprotocol/sdk',
  'local-discord',
];

/** Static imports but those of types alone. */
const IMPORT = /^(?:import|export) (?!type )[^;]*?from '([^']+)'/gms;

test('the gateway’s thread starts without what only imports, pictures and other servers need', () => {
  const reachedBy = new Map([[join(ROOT, 'src/start.ts'), '']]);
  const packages = new Map<string, string>();
  for (const [file] of reachedBy) {
    for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const path = imported.startsWith('.') ? join(file, '..', imported) : undefined;
      if (!path) packages.set(imported, relative(ROOT, file));
      else if (!reachedBy.has(path)) reachedBy.set(path, file);
    }
  }
  expect(packages.has('discord.js')).toBe(true);
  const found = [...packages].filter(([name]) =>
    KEPT_OUT.some((kept) => name === kept || name.startsWith(`${kept}/`)),
  );
  expect(found).toEqual([]);
});

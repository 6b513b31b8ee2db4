import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CALENDAR_LANGUAGES } from '../src/data/dates/calendar-names.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Licences of code alone: a package with another one may carry data of its own. */
const CODE_ALONE = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'MPL-2.0',
  'BlueOak-1.0.0',
];

/** The rows of the tables: what each begins with, and its licence in the last cell. */
const rows = [...read('DATA_LICENSES.md').matchAll(/^\| `([^`]+)` \|.*\| ([^|]+) \|$/gm)].map(
  ([, name = '', licence = '']) => ({ name, licence }),
);
const paths = rows.filter(({ name }) => name.startsWith('src/')).map(({ name }) => name);
const packages = rows.filter(({ name }) => !name.startsWith('src/'));
const { dependencies } = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
};
const licenceOf = (name: string): string =>
  JSON.parse(read(`node_modules/${name}/package.json`)).license;

describe('the licences of data', () => {
  const shipped = globSync('src/**/*.*', { cwd: ROOT }).filter((path) => !/\.tsx?$/.test(path));

  test('name every file of data that is here', () => {
    expect(shipped.length).toBeGreaterThan(0);
    expect(shipped.filter((path) => !paths.some((start) => path.startsWith(start)))).toEqual([]);
  });

  test('name nothing that isn’t here', () => {
    expect(paths.filter((start) => !shipped.some((path) => path.startsWith(start)))).toEqual([]);
  });

  test('name CLDR, which no file or package here has but Node, with as many languages as are read', () => {
    const [, languages, name] =
      /Names of months and days in (\d+) languages come from Unicode's \[(CLDR)\].*\(Unicode License v3\), which Node carries\./.exec(
        read('DATA_LICENSES.md'),
      ) ?? [];
    expect(name).toBe('CLDR');
    expect(Number(languages)).toBe(new Set(CALENDAR_LANGUAGES).size);
    expect(process.versions.cldr).toMatch(/^\d+/);
    // A Node with English alone would read the others' names as English ones.
    expect(Intl.DateTimeFormat.supportedLocalesOf([...CALENDAR_LANGUAGES])).toEqual(
      CALENDAR_LANGUAGES,
    );
    const others = [...shipped, ...Object.keys(dependencies)].filter((it) =>
      /cldr|globalize/i.test(it),
    );
    expect(others).toEqual([]);
  });

  test('name packages with the licences that these have', () => {
    expect(packages.length).toBeGreaterThan(0);
    for (const { name, licence } of packages) {
      expect(dependencies, name).toHaveProperty([name]);
      expect(licenceOf(name), name).toBe(licence);
    }
  });

  test('name every package whose licence isn’t one of code alone', () => {
    const named = new Set(packages.map(({ name }) => name));
    const others = Object.keys(dependencies)
      .filter((name) => name !== 'local-discord' && !named.has(name))
      .filter((name) => !CODE_ALONE.includes(licenceOf(name)));
    expect(others).toEqual([]);
  });
});

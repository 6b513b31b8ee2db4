import { describe, expect, test } from 'vitest';
import { readInterval } from '../../src/sources/settings/every.ts';
import { readSources, SourcesFileError } from '../../src/sources/settings/sources-file.ts';

const MINUTE = 60_000;

describe('how often', () => {
  test.each([
    ['15 minutes', 15],
    ['6 hours', 360],
    ['1 day', 1440],
    ['every 2 days', 2880],
    ['daily', 1440],
    ['Weekly', 10_080],
    ['hourly', 60],
    ['30m', 30],
    ['6h', 360],
    ['12hours', 720],
    ['2 d', 2880],
    ['1w', 10_080],
  ])('%s', (text, minutes) => {
    expect(readInterval(text)).toBe(minutes * MINUTE);
  });

  test.each([
    '',
    'often',
    '6',
    'minutes',
    '6 months',
    '1.5 hours',
    '-1 days',
    'daily daily',
    '6 ms',
    'm',
    'every h',
    '5 constructor',
  ])('not “%s”', (text) => {
    expect(readInterval(text)).toBeUndefined();
  });
});

/** Why sources can't be read. */
function problemsOf(text: string): string {
  try {
    readSources(text, 'sources.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(SourcesFileError);
    return (error as Error).message;
  }
  throw new Error('it should have been refused');
}

describe('the list of sources', () => {
  test('has what every source has, and what its kind needs', () => {
    const [letters, folder] = readSources(
      `
- name: Letters of the embassy
  kind: url
  url: https://archive.example/letters.csv?format=csv
  every: 6 hours
  full: weekly
  collection: Embassy
  map: { title: Subject }
  century: 1900
- name: folder
  kind: files
  paths: [scans/, "*.csv"]
`,
      'sources.yaml',
    );
    expect(letters).toMatchObject({
      name: 'Letters of the embassy',
      kind: 'url',
      every: 360 * MINUTE,
      full: 10_080 * MINUTE,
      addresses: ['https://archive.example/letters.csv?format=csv'],
    });
    expect(folder).toMatchObject({ kind: 'files', every: 1440 * MINUTE, full: null });
  });

  test.each([
    ['- {name: a, kind: ftp}', 'entry 1 (a): kind: must be one of'],
    ['- {name: a, kind: url}', 'entry 1 (a): url: is missing'],
    ['- {kind: files, paths: [a]}', 'entry 1: name: is missing'],
    ['- {name: a, kind: files, paths: a}', 'entry 1 (a): paths: must be a list'],
    ['- {name: a, kind: files, paths: [a], evry: daily}', 'evry: isn’t a known field'],
    ['- {name: a, kind: files, paths: [a], every: often}', 'every: "often" is not an interval'],
    ['- {name: a, kind: files, paths: [a], every: 1 minute}', 'every: "1 minute" is not between'],
    ['- {name: a, kind: files, paths: [a], format: pdf}', 'format: there is no format "pdf"'],
    ['- {name: a, kind: files, paths: [a], map: {titel: x}}', 'entry 1 (a): map'],
    ['- {name: a, kind: url, url: "file:///etc/passwd"}', 'url: must be an http or https address'],
    ['- {name: a, kind: url, url: "https://u:p@a.example"}', 'url: must not hold a user'],
    ['- {name: 1962, kind: files, paths: [a]}', 'name: must be text; put it into quotes'],
    ['- {name: -a, kind: files, paths: [a]}', 'name: must be 1 to 60 letters'],
    ['- just a text', 'entry 1: must be fields with values'],
    ['- [nothing', 'is not YAML in line 1'],
    ['a: &x [1]\nb: *x', 'is not YAML'],
    ['', 'must be a list of sources'],
    ['[]', 'must be a list of sources'],
    ['{name: a}', 'must be a list of sources'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toContain(problem);
  });

  test('two of a name are told, whatever their case', () => {
    const source = (name: string) => `{name: ${name}, kind: files, paths: [a]}`;
    expect(problemsOf(`[${source('a')}, ${source('A')}]`)).toContain(
      'entry 2 (A): name: entry 1 has that name already',
    );
  });

  test('what is wrong never quotes a key', () => {
    const key = 'aB3-the-key-itself';
    const said = problemsOf(`- {name: a, kind: url, url: "https://a.example", key: ${key}}`);
    expect(said).toContain('key: must name a variable of the environment');
    expect(said).not.toContain(key);
    expect(problemsOf(`- {name: a\n  key: ${key}: [}`)).not.toContain(key);
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, '../../../scripts/import.ts');
const PAGE = 'Skip to content\n\n\n3 - 3 of 3\n\n\nMay 1, 1950\n\nA note\n\nOn this.\n';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
const page = join(folder, 'berlin.txt');
writeFileSync(page, PAGE);

function run(...args: string[]) {
  const flag = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';
  return spawnSync(process.execPath, [flag, SCRIPT, ...args], { encoding: 'utf8', cwd: folder });
}

describe('npm run import', () => {
  test('writes a corpus, reports it as one object, and ends with 0', () => {
    const { status, stdout, stderr } = run(page, '--out', 'a.jsonl', '--json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      read: 1,
      added: 1,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      rejects: [],
      rejectsUnlisted: 0,
      pruned: [],
      deleted: 0,
      notes: [],
      coverage: [{ collection: 'Berlin', listed: 3, held: 1, missing: [[1, 2]] }],
      texts: { documents: 0, pages: 0, words: 0 },
    });
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'a.jsonl'), 'utf8').split('\n')).toHaveLength(2);
  });

  test('reports in words', () => {
    const { status, stdout } = run(
      page,
      'none.txt',
      '--out',
      'b.jsonl',
      '--collection',
      'The Wall',
    );
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        'none.txt: there is no such file',
        'The Wall: 1 of 3 held; missing 1-2',
        'b.jsonl was written: read 1, added 1, changed 0, unchanged 0, rejected 1',
        'Next: CORPUS=b.jsonl npm start',
        '',
      ].join('\n'),
    );
  });

  test('--texts brings texts in, --no-text leaves them out', () => {
    writeFileSync(join(folder, 'letters.csv'), 'id,title,date\nA 1,A letter,1950\n');
    mkdirSync(join(folder, 'texts'));
    writeFileSync(join(folder, 'texts', 'A_1.txt'), 'It rains.\fYours');
    const { status, stdout } = run('letters.csv', '--texts', 'texts', '--out', 'l.jsonl');
    expect(status).toBe(0);
    expect(stdout).toContain('\ntexts: 1 document, 2 pages, 3 words\nl.jsonl was written: ');
    const page = { page: 1, label: null, text: 'It rains.', kind: 'transcript', url: null };
    const [first = ''] = readFileSync(join(folder, 'l.text.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(first)).toEqual({ id: expect.stringMatching(/^a-1-/), ...page });
    writeFileSync(join(folder, 'text.csv'), 'title,date,said\nA note,1950,Rain\n');
    run('text.csv', '--out', 'n.jsonl', '--map', 'text=said', '--no-text');
    expect(existsSync(join(folder, 'n.text.jsonl'))).toBe(false);
    const report = run('text.csv', '--out', 'n.jsonl', '--map', 'text=said', '--json').stdout;
    expect(JSON.parse(report).texts).toEqual({ documents: 1, pages: 1, words: 1 });
  });

  test.each([
    [['--texts', 'texts', '--no-text', '--out', 'x.jsonl'], 'exclude each other'],
    [['text.csv', '--out', 'x.text.jsonl'], 'name the corpus itself'],
  ])('refuses %j', (args, reason) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
  });

  test('--encoding says how a text is written down; one that nobody knows is refused', () => {
    writeFileSync(
      join(folder, 'dos.csv'),
      Buffer.from('title,date\n\x8f\xa8\xe1\xec\xac\xae,1950\n', 'latin1'),
    );
    const { status } = run('dos.csv', '--out', 'dos.jsonl', '--encoding', 'cp866');
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'dos.jsonl'), 'utf8')).toContain('"title":"Письмо"');
    const refused = run('dos.csv', '--out', 'dos.jsonl', '--encoding', 'klingon');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/^--encoding: there is no encoding "klingon"/);
  });

  test('warns once of each kind, with an example and a count', () => {
    const rows = ['sender,sent to', ...Array.from({ length: 508 }, (_, at) => `Ames,${at}`)];
    writeFileSync(join(folder, 'letters.csv'), `${rows.join('\n')}\n`);
    const { stdout } = run(
      'letters.csv',
      '--format',
      'csv',
      '--out',
      'letters.jsonl',
      '--map',
      'identifier=sent to',
    );
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toContain('no column was taken for the date');
    expect(lines.filter((line) => line.includes('has no title'))).toEqual([
      expect.stringMatching(/^letters\.csv:2: has no title \(\d+ like this\)/),
    ]);
    expect(lines.at(-1)).toBe('Next: CORPUS=letters.jsonl npm start');
  });

  test('ends with 1 where nothing could be read', () => {
    const { status, stdout } = run('none.txt', '--out', 'c.jsonl', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      read: 0,
      rejected: 1,
      rejects: [{ file: 'none.txt', line: null, reason: 'there is no such file' }],
      coverage: [],
      texts: { documents: 0, pages: 0, words: 0 },
    });
    expect(existsSync(join(folder, 'c.jsonl'))).toBe(false);
  });

  test.each([
    ['no file', ['--out', 'd.jsonl']],
    ['no output', ['berlin.txt']],
    ['an unknown option', ['berlin.txt', '--out', 'd.jsonl', '--fast']],
    ['an option without its value', ['berlin.txt', '--out']],
    ['a blank collection', ['berlin.txt', '--out', 'd.jsonl', '--collection', ' ']],
  ])('ends with 2 and the usage for wrong usage: %s', (_, args) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: npm run -s import -- <file or folder>... --out');
    expect(existsSync(join(folder, 'd.jsonl'))).toBe(false);
  });
});

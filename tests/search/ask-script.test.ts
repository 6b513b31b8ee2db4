import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { textsPath } from '../../src/data/texts/page.ts';
import { aDay, aDocument, aPage } from '../support/documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'ask-'));
afterAll(() => rmSync(folder, { recursive: true }));

function aCorpus(name: string, ...documents: Parameters<typeof aDocument>[0][]): string {
  const path = join(folder, name);
  writeFileSync(path, documents.map((it) => `${JSON.stringify(aDocument(it))}\n`).join(''));
  return path;
}

const corpus = [
  aCorpus('a.jsonl', { id: 'a', title: 'Letter on Berlin', date: aDay('1961-08-13') }),
  aCorpus('b.jsonl', { id: 'b', title: 'On walls', description: 'The letter of 1962.' }),
].join(delimiter);

const writeText = (path: string, text: string) =>
  writeFileSync(textsPath(path), `${JSON.stringify(aPage({ id: 'b', text }))}\n`);
writeText(join(folder, 'b.jsonl'), 'The Boxers are at the gates.');

const ask = (...typed: string[]) => askOf(corpus, ...typed);

function askOf(asked: string, ...typed: string[]) {
  const script = join(import.meta.dirname, '../../scripts/ask.ts');
  const env = { ...process.env, CORPUS: asked };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script, ...typed],
    { env, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('ask', () => {
  it('answers in JSON of exactly this form, from several files', () => {
    const { status, stdout } = ask('letter', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      total: 2,
      hits: [
        { id: 'a', title: 'Letter on Berlin', date: '1961-08-13', score: expect.any(Number) },
        { id: 'b', title: 'On walls', date: '', score: expect.any(Number) },
      ],
    });
  });

  it('takes filters and a limit', () => {
    expect(JSON.parse(ask('letter', '--from', 'August 1961', '--json').stdout).total).toBe(1);
    expect(JSON.parse(ask('letter', '--limit', '1', '--json').stdout).hits).toHaveLength(1);
  });

  it('answers in words, without control characters where no one sees colours', () => {
    const { stdout } = ask('lettre');
    expect(stdout).toContain('2 documents found for "lettre", with letter instead of lettre.');
    expect(stdout).toContain(' 1. Letter on Berlin\n    1961-08-13 · A collection\n');
    expect(stdout).not.toContain('\u001b');
  });

  it('says why it found nothing', () => {
    const { status, stdout } = ask('berlin', '--to', '1950');
    expect(status).toBe(0);
    expect(stdout).toContain('"berlin" is in 1 document.\nWithout --to: 1.\n');
  });

  it('finds what stands in texts, there alone or in records alone', () => {
    const hits = (...options: string[]) =>
      JSON.parse(ask('gates', '--json', ...options).stdout).hits.map(
        ({ id, page }: { id: string; page?: number }) => [id, page],
      );
    expect(hits()).toEqual([['b', 1]]);
    expect(hits('--in', 'texts')).toEqual([['b', 1]]);
    expect(hits('--in', 'records')).toEqual([]);
  });

  it('refuses what the bot refuses: two texts of one document', () => {
    const other = aCorpus('c.jsonl', { id: 'c' });
    writeText(other, 'Again.');
    const { status, stderr } = askOf([corpus, other].join(delimiter), 'gates');
    expect([status, stderr]).toEqual([1, expect.stringContaining('"b" already has a text in')]);
  });

  it.each([
    [[], 'npm run -s ask'],
    [['letter', '--from', 'soon'], 'can’t read “soon”'],
    [['letter', '--from', '1962', '--to', '1961'], '“1962” comes after “1961”'],
    [['letter', '--limit', 'many'], '"many" is not a number'],
    [['letter', '--nonsense'], "Unknown option '--nonsense'"],
  ])('refuses %j with exit code 2', (typed, sentence) => {
    const { status, stdout, stderr } = ask(...typed);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
  });
});

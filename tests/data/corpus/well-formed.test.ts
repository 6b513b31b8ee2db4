import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import { parseWellFormed } from '../../../src/data/corpus/well-formed.ts';
import { importFiles } from '../../../src/data/import/import-files.ts';

const TITLE = 'Half \ud83d, nothing \0, escape \u001b[31m, whole 😀 and Zoë';
const CLEAN = 'Half \ufffd, nothing , escape [31m, whole 😀 and Zoë';

async function imported(name: string, content: string) {
  const folder = await mkdtemp(join(tmpdir(), 'well-formed-'));
  const [path, out] = [join(folder, name), join(folder, 'corpus.jsonl')];
  await writeFile(path, content);
  const { report } = await importFiles({ paths: [path], out, collection: 'C' });
  return { out, report, documents: (await loadCorpus([out])).documents };
}

test('what can not be shown is mended at the import, and told', async () => {
  const items = JSON.stringify([
    { title: TITLE, date: '1950', creators: ['A\ud800'] },
    { title: 'B' },
  ]);
  const { documents, report } = await imported('items.json', items);
  expect(documents[0]).toMatchObject({ title: CLEAN, creators: ['A\ufffd'] });
  expect(report.rejects.filter(({ reason }) => /half a character/.test(reason))).toHaveLength(1);
});

test('and where a corpus is read that holds it already', async () => {
  const { out, documents } = await imported('items.json', '[{"title":"Half","date":"1950"}]');
  await writeFile(out, `${JSON.stringify({ ...documents[0], title: TITLE })}\n`);
  await rm(out.replace('.jsonl', '.fixity.json'));
  expect((await loadCorpus([out])).documents[0]?.title).toBe(CLEAN);
});

test('whatever is well formed stays as it is', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), text, (value, one) => {
      const json = JSON.stringify([one, value]);
      fc.pre(!/\\u00[01]/.test(json));
      expect(parseWellFormed(json)).toEqual(JSON.parse(json));
    }),
  );
});

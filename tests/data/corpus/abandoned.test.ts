import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAtomically } from '../../../src/data/corpus/write-atomically.ts';

test('drafts of processes that are gone are removed, and no others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'abandoned-'));
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const kept = [
    `.corpus.jsonl.${process.ppid}.draft`,
    `.other.jsonl.${gone}.draft`,
    '.corpus.jsonl.draft',
  ];
  for (const name of [...kept, `.corpus.jsonl.${gone}.draft`]) {
    await writeFile(join(folder, name), '');
  }
  await writeAtomically([{ path: join(folder, 'corpus.jsonl'), content: 'new' }]);
  expect((await readdir(folder)).sort()).toEqual([...kept, 'corpus.jsonl'].sort());
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { draftOf, placeIn, removeOthers } from '../../src/search/minisearch/texts/text-folder.ts';
import { openThreadedArchive } from '../../src/search/minisearch/thread/threaded-archive.ts';
import { aDocument, aPage } from '../support/documents.ts';
import { BARE, endWithTest, QUIET, ROOT } from '../support/process.ts';
import { writeCorpus } from '../support/room.ts';
import { found } from './queries.ts';

const THREADED = join(ROOT, 'src/search/minisearch/thread/threaded-archive.ts');
const MANY = 'Opium and tea were carried to Canton by the ships of many nations. '.repeat(66_000);

/** Reads texts in a process of its own. */
const readElsewhere = (given: object) =>
  endWithTest(
    spawn(
      process.execPath,
      [
        QUIET,
        '--eval',
        `import(${JSON.stringify(THREADED)})
          .then(({ openThreadedArchive }) => openThreadedArchive(${JSON.stringify(given)}, () => {}));
        setInterval(() => {}, 1000);`,
      ],
      { env: BARE, stdio: 'ignore' },
    ),
  );

test('texts are made again after a process was killed that made them', async () => {
  const documents = ['a', 'b'].map((id) => aDocument({ id, title: `Despatch ${id}` }));
  const { folder, path } = await writeCorpus(
    documents,
    [],
    [],
    [aPage({ id: 'a', text: 'The Boxers rise.' }), aPage({ id: 'b', text: MANY })],
  );
  const kept = join(folder, 'kept');
  const given = { corpus: [path], names: undefined, snapshot: join(kept, 'index.snapshot') };
  // The index is kept there, too, and has drafts of its own.
  const drafts = async () =>
    (await readdir(kept).catch(() => [])).filter((name) => /^\.texts-.*\.draft$/.test(name));
  const reader = readElsewhere(given);
  await expect.poll(drafts, { timeout: 30_000, interval: 5 }).toHaveLength(1);
  reader.kill('SIGKILL');
  await once(reader, 'exit');
  expect(await drafts()).toHaveLength(1);

  const news: unknown[] = [];
  const opened = await openThreadedArchive(
    given,
    () => {},
    undefined,
    (one) => news.push(one),
  );
  onTestFinished(opened.close);
  await expect
    .poll(() => news, { timeout: 60_000 })
    .toEqual([{ kind: 'read', documents: 2, pages: 2 }]);
  expect(await found(opened.archive, 'boxers', { in: 'texts' })).toEqual(['a']);
});

test('a draft never has the name of another, even by a process of the same number', () => {
  const names = Array.from({ length: 9 }, () => draftOf('/kept/texts-0123456789abcdef.db'));
  expect(new Set(names).size).toBe(9);
});

test('drafts that were left are removed, and those being written stay', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
  const path = placeIn(folder, ['corpus.jsonl'], { settings: '', sources: '' });
  const [left, written] = [draftOf(path), draftOf(path)];
  for (const draft of [left, written]) await writeFile(draft, 'half of it');
  const { mtime } = await stat(left);
  await utimes(left, mtime, new Date(mtime.getTime() - 2 * 60 * 60 * 1000));
  await removeOthers(path, folder, ['corpus.jsonl']);
  expect((await readdir(folder)).map((name) => join(folder, name))).toEqual([written]);
});

import { afterAll } from 'vitest';
import { forwardTo, putTo } from '../../src/search/forward.ts';
import {
  openThreadedArchive,
  type ThreadedArchive,
} from '../../src/search/minisearch/thread/threaded-archive.ts';
import { writeCorpus } from '../support/room.ts';
import { type Create, testArchive } from './archive.ts';

const opened: Promise<ThreadedArchive>[] = [];
afterAll(async () => {
  for (const { close } of await Promise.all(opened)) await close();
});

/** An archive in its thread, which is opened with the first question. */
const create: Create = ({ documents, coverage, series, pages }) => {
  let opening: Promise<ThreadedArchive> | undefined;
  async function open() {
    const { path } = await writeCorpus(documents, coverage, series, pages);
    return openThreadedArchive({ corpus: [path], names: undefined, snapshot: undefined }, () => {});
  }
  return forwardTo(async (question) => {
    if (!opening) {
      opening = open();
      opened.push(opening);
    }
    return putTo((await opening).archive, question);
  });
};

testArchive('the archive in its thread', create, {
  empty: 'a corpus without documents isn’t loaded',
});

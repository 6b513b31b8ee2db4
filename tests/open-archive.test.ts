import { expect, test } from 'vitest';
import { openChosenArchive } from '../src/open-archive.ts';
import { freePort } from './support/free-port.ts';
import { recordLog } from './support/recorded-log.ts';

test('whoever sets a model beside OpenSearch is told that it has no part, and nothing is sent to it', async () => {
  const { log, lines } = recordLog();
  const search = {
    urls: [`http://127.0.0.1:${await freePort()}`],
    certificate: undefined,
    alias: 'reading-room',
  };
  const url = `http://127.0.0.1:${await freePort()}/v1/embeddings`;
  const embeddings = { url, model: 'all-minilm', key: undefined, file: 'embeddings.db' };
  const chosen = { corpus: [], names: undefined, snapshot: undefined, search, embeddings };
  const live = await openChosenArchive(chosen, log);
  await live.close();
  const warnings = lines.filter(({ msg }) => msg.includes('EMBEDDINGS_URL'));
  expect(warnings.map(({ level }) => level)).toEqual([40]);
  expect(warnings[0]?.msg).toMatch(/SEARCH_URL.*words alone.*nothing is sent/);
});

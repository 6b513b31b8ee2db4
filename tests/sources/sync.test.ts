import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import { answersWith, startSourceServer } from '../support/source-server.ts';
import { only, openFolder, table } from './followed.ts';
import { startZotero } from './servers/zotero-server.ts';

const NOTHING = { added: 0, changed: 0, deleted: 0, failed: 0, error: null };

/** A folder, a server, and settings that follow a table on it. */
async function openTable(...titles: readonly string[]) {
  const [folder, server] = [await openFolder(), await startSourceServer()];
  const settings = `[{name: letters, kind: url, url: "${server.url}/letters.csv"}]`;
  const put = (...now: readonly string[]) => {
    server.answer = answersWith(table(...now));
  };
  put(...titles);
  return { ...folder, server, settings, put };
}

test('an address is followed: added, unchanged, changed and deleted', async () => {
  const { follow, settings, put, titles, server, out, origins } = await openTable('A', 'B', 'C');
  const first = await follow(settings);
  expect(first.written).toBe(true);
  expect(only(first)).toEqual({ ...NOTHING, added: 3, documents: 3 });
  const before = await readFile(out, 'utf8');

  const second = await follow(settings);
  expect(second.written).toBe(false);
  expect(only(second)).toEqual({ ...NOTHING, documents: 3 });
  expect(server.requests[1]?.headers['if-none-match']).toBeDefined();
  expect(await readFile(out, 'utf8')).toBe(before);

  put('A', 'C', 'D');
  expect(only(await follow(settings))).toEqual({
    ...NOTHING,
    added: 1,
    deleted: 1,
    documents: 3,
  });
  expect(await titles()).toEqual(['A', 'C', 'D']);
  const from = { source: 'letters', file: `${server.url}/letters.csv` };
  expect(await origins()).toMatchObject([from, from, from]);
});

test('a server that asks to be left alone is, whoever follows it next', async () => {
  const { follow, settings, server, path } = await openTable();
  server.answer = (_, response) =>
    response.writeHead(200, { backoff: '3600' }).end(table('A', 'B'));
  expect(only(await follow(settings))).toMatchObject({ added: 2, error: null });
  const { sources } = JSON.parse(await readFile(path('corpus.sources.json'), 'utf8'));
  expect(Date.parse(sources.letters.notBefore)).toBeGreaterThan(Date.now() + 3_500_000);
  for (const _ of [1, 2]) {
    const { error, documents } = only(await follow(settings));
    expect(error).toMatch(/asks to be left alone until 20/);
    expect(documents).toBe(2);
  }
  expect(server.requests).toHaveLength(1);
});

test('a server that doesn’t say whether its file has changed is believed by the bytes', async () => {
  const { follow, settings, server } = await openTable();
  server.answer = answersWith(table('A'), null);
  await follow(settings);
  expect(await follow(settings)).toMatchObject({ written: false, sources: [{ documents: 1 }] });
  expect(server.requests[1]?.headers['if-none-match']).toBeUndefined();
  server.answer = answersWith(table('A', 'B'), null);
  expect(only(await follow(settings))).toMatchObject({ added: 1, documents: 2 });
});

test('a record with an identifier stays the same document when it is corrected', async () => {
  const { follow, settings, server, out } = await openTable();
  const answer = (title: string) =>
    answersWith(`Identifier,Title,Date\nbox-1,${title},1962-05-01\n`);
  server.answer = answer('First');
  await follow(settings);
  const [{ id } = { id: '' }] = (await loadCorpus([out])).documents;
  server.answer = answer('Corrected');
  expect(only(await follow(settings))).toMatchObject({ added: 0, changed: 1, deleted: 0 });
  const { documents } = await loadCorpus([out]);
  expect(documents).toMatchObject([{ id, title: 'Corrected' }]);
});

test('one that fails leaves its documents, and keeps no other from being written', async () => {
  const { follow, settings, server, titles, write } = await openTable('A', 'B');
  const both = settings.replace(']', ', {name: folder, kind: files, paths: [here.csv]}]');
  await write('here.csv', table('Here'));
  await follow(both);
  server.answer = (_, response) => response.writeHead(404).end();
  await write('here.csv', table('Here', 'There'));
  const { sources, written } = await follow(both);
  expect(written).toBe(true);
  expect(sources).toMatchObject([
    { name: 'letters', documents: 2, error: expect.stringContaining('(404)') },
    { name: 'folder', added: 1, documents: 2, error: null },
  ]);
  expect(await titles()).toEqual(['A', 'B', 'Here', 'There']);
});

test('half an answer, and one that isn’t what it was, change nothing', async () => {
  const { follow, settings, server, titles } = await openTable('A', 'B');
  await follow(settings);
  server.answer = (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write(table('A'), () => response.destroy());
  };
  expect(only(await follow(settings)).error).toContain('cut off in the middle');
  server.answer = answersWith('<!doctype html><title>Log in</title><form>Password</form>');
  expect(only(await follow(settings)).error).toMatch(/holds no documents|answers with/);
  server.answer = answersWith('TY  - LETT\nTI  - Another\nDA  - 1962/05/01\nER  - \n');
  expect(only(await follow(settings)).error).toContain('now answers with ris, and with csv before');
  server.answer = answersWith('[{"Title": "A", "Date": "1900-05-01"}, {"Title": "B", "Da');
  expect(only(await follow(settings, { acceptsLoss: true })).error).not.toBeNull();
  expect(await titles()).toEqual(['A', 'B']);
});

test('a source that suddenly holds less than half isn’t believed, until a person does', async () => {
  const { follow, settings, put, titles } = await openTable('A', 'B', 'C', 'D', 'E');
  await follow(settings);
  put('A', 'B');
  const { error, documents } = only(await follow(settings));
  expect(error).toContain('now holds 2 of the 5 documents');
  expect(documents).toBe(5);
  expect(await titles()).toHaveLength(5);
  // It is asked again, not told that nothing has changed.
  expect(only(await follow(settings)).error).toBe(error);
  expect(only(await follow(settings, { acceptsLoss: true }))).toMatchObject({
    deleted: 3,
    documents: 2,
    error: null,
  });
  expect(await titles()).toEqual(['A', 'B']);
});

test('a record that can’t be read any more keeps its document', async () => {
  const { follow, settings, server, titles } = await openTable('A', 'B', 'C');
  await follow(settings);
  server.answer = answersWith(`${table('A', 'B')}C,1967-05-01,one,cell,too,many\n`);
  expect(only(await follow(settings))).toMatchObject({ deleted: 0, failed: 1, documents: 3 });
  expect(await titles()).toEqual(['A', 'B', 'C']);
});

test('what was imported by hand stays, whatever a source says', async () => {
  const { follow, settings, put, titles, write, import: importFile } = await openTable('A', 'B');
  await write('hand.csv', table('Own', 'Other'));
  await importFile('hand.csv');
  await follow(settings);
  put('B', 'A');
  await follow(settings);
  expect(await titles()).toEqual(['A', 'B', 'Other', 'Own']);
});

test('an import waits for a source that is being written, and neither loses what the other brings', async () => {
  const { follow, settings, put, titles, write, import: importFile } = await openTable('A');
  await follow(settings);
  await write('hand.csv', table('Hand'));
  put('A', 'B');
  await Promise.all([follow(settings), importFile('hand.csv')]);
  expect(await titles()).toEqual(['A', 'B', 'Hand']);
});

test('an imported document that a source has follows it, and stays when the source loses it', async () => {
  const {
    follow,
    settings,
    put,
    titles,
    write,
    import: importFile,
    origins,
  } = await openTable('A', 'B', 'C');
  await write('letters.csv', table('A', 'B'));
  await importFile('letters.csv');
  const { sources } = await follow(settings);
  expect(sources[0]).toMatchObject({ added: 1, changed: 0, documents: 3 });
  expect(sources[0]?.notes).toContainEqual(
    expect.stringContaining('2 documents had been imported'),
  );
  expect(await origins()).toHaveLength(5);
  put('A', 'C');
  expect(only(await follow(settings))).toMatchObject({ deleted: 0, documents: 2 });
  expect(await titles()).toEqual(['A', 'B', 'C']);
});

test('what two sources have says what the first says, and goes with the last of them', async () => {
  const source = (name: string) => `{name: ${name}, kind: files, paths: [${name}/]}`;
  const folder = await openFolder();
  for (const name of ['one', 'two']) await mkdir(folder.path(name));
  await folder.write('one/letters.csv', table('A', 'B'));
  await folder.write('two/letters.csv', table('A', 'B', 'C'));
  const both = `[${source('one')}, ${source('two')}]`;
  const { sources } = await folder.follow(both);
  expect(sources).toMatchObject([
    { added: 2, documents: 2 },
    { added: 1, changed: 0, documents: 3 },
  ]);
  await folder.write('one/letters.csv', table('A'));
  expect((await folder.follow(both)).sources[0]).toMatchObject({ deleted: 0, documents: 1 });
  expect(await folder.titles()).toEqual(['A', 'B', 'C']);
  await folder.write('two/letters.csv', table('A'));
  await folder.follow(both, { acceptsLoss: true });
  expect(await folder.titles()).toEqual(['A']);
});

test('documents of a source that is no longer listed stay, and the report says so', async () => {
  const { follow, settings, titles, write } = await openTable('A', 'B');
  await follow(settings);
  await write('here.csv', table('Here'));
  const { notes } = await follow('[{name: folder, kind: files, paths: [here.csv]}]');
  expect(notes).toEqual([
    '“letters” is no longer among the sources: its documents (2) stay as they are.',
  ]);
  expect(await titles()).toEqual(['A', 'B', 'Here']);
});

test('all is asked for anew if the corpus has lost it, or the settings ask for something else', async () => {
  const { follow, settings, titles, server, out } = await openTable('A', 'B');
  await follow(settings);
  await rm(out);
  await rm(out.replace('.jsonl', '.fixity.json'));
  await rm(out.replace('.jsonl', '.origins.jsonl'));
  expect(only(await follow(settings))).toMatchObject({ added: 2, documents: 2 });
  expect(await titles()).toEqual(['A', 'B']);
  expect(server.requests[1]?.headers['if-none-match']).toBeUndefined();
  await follow(settings.replace('kind: url', 'kind: url, collection: Embassy'));
  expect(server.requests[2]?.headers['if-none-match']).toBeUndefined();
  const { documents } = await loadCorpus([out]);
  expect(documents.map(({ collection }) => collection)).toEqual(['Embassy', 'Embassy']);
});

test('what the corpus has lost of one source comes back, whichever is followed before it', async () => {
  const { follow, server, out, titles } = await openTable();
  const settings = ['a', 'b']
    .map((name) => `{name: ${name}, kind: url, url: "${server.url}/${name}.csv"}`)
    .join(', ');
  let isBusy = false;
  server.answer = (request, response) => {
    if (isBusy && request.url === '/b.csv') response.writeHead(404).end();
    else answersWith(table(request.url === '/a.csv' ? 'A' : 'B'))(request, response);
  };
  await follow(`[${settings}]`);
  await rm(out);
  isBusy = true;
  for (const name of ['a', 'b']) await follow(`[${settings}]`, { names: [name] });
  expect(await titles()).toEqual(['A']);
  isBusy = false;
  await follow(`[${settings}]`, { names: ['b'] });
  expect(await titles()).toEqual(['A', 'B']);
});

test('a corpus of before that was put back gets what has changed since', async () => {
  const { follow, settings, put, titles, folder } = await openTable('A', 'B');
  await follow(settings);
  const copy = `${folder}-copy`;
  await cp(folder, copy, { recursive: true });
  put('A', 'C');
  await follow(settings);
  put('A', 'D');
  await follow(settings);
  await rm(join(copy, 'corpus.sources.json'));
  await cp(copy, folder, { recursive: true });
  expect(await titles()).toEqual(['A', 'B']);
  await follow(settings);
  expect(await titles()).toEqual(['A', 'D']);
});

test('files that are as they were aren’t read again, and one that can’t be read keeps its documents', async () => {
  const folder = await openFolder();
  const settings = '[{name: folder, kind: files, paths: ["*.csv"]}]';
  await folder.write('a.csv', table('A'));
  await folder.write('b.csv', table('B'));
  expect(only(await folder.follow(settings))).toMatchObject({ added: 2 });
  expect((await folder.follow(settings)).written).toBe(false);
  await folder.write('a.csv', 'this is no table any more');
  await folder.write('c.csv', table('C'));
  expect(only(await folder.follow(settings))).toMatchObject({ added: 1, deleted: 0, failed: 1 });
  expect(await folder.titles()).toEqual(['A', 'B', 'C']);
  await rm(folder.path('b.csv'));
  expect(only(await folder.follow(settings))).toMatchObject({ deleted: 1, documents: 2 });
});

test('a document of two files of a folder stays until the last of them has lost it', async () => {
  const folder = await openFolder();
  const settings = '[{name: folder, kind: files, paths: ["*.csv"], collection: C}]';
  await folder.write('a.csv', table('A', 'B'));
  await folder.write('b.csv', table('A', 'B', 'C'));
  expect(only(await folder.follow(settings))).toMatchObject({ added: 3, documents: 3 });
  const ofA = async () => (await folder.origins()).filter(({ id }) => id.includes('-a-'));
  expect(await ofA()).toHaveLength(2);
  await folder.write('b.csv', table('B', 'C'));
  expect(only(await folder.follow(settings))).toEqual({ ...NOTHING, documents: 3 });
  expect(await ofA()).toMatchObject([{ file: folder.path('a.csv') }]);
  await folder.write('c.csv', table('A'));
  await folder.follow(settings);
  await rm(folder.path('a.csv'));
  expect(only(await folder.follow(settings))).toEqual({ ...NOTHING, documents: 3 });
  expect(await folder.titles()).toEqual(['A', 'B', 'C']);
  await folder.write('c.csv', table('D'));
  expect(only(await folder.follow(settings))).toMatchObject({ added: 1, deleted: 1 });
  expect(await folder.titles()).toEqual(['B', 'C', 'D']);
});

test('a folder that isn’t there is a failure, and no loss', async () => {
  const folder = await openFolder();
  await folder.write('a.csv', table('A'));
  const settings = (path: string) => `[{name: folder, kind: files, paths: [${path}]}]`;
  await folder.follow(settings('a.csv'));
  await rm(folder.path('a.csv'));
  expect(only(await folder.follow(settings('a.csv'))).error).toBe(
    'a.csv: there is no such file or folder.',
  );
  expect(await folder.titles()).toEqual(['A']);
});

test('a key is sent along, and stands nowhere', async () => {
  const { follow, settings, server, out } = await openTable();
  const key = 'key-0123456789';
  const withKey = settings.replace('kind: url', 'kind: url, key: $LETTERS_KEY');
  expect(only(await follow(withKey)).error).toBe('LETTERS_KEY is not set in the environment.');
  server.answer = (_, response) =>
    response.writeHead(302, { location: `http://elsewhere.example/${key}?${key}` }).end();
  const environment = { LETTERS_KEY: key };
  const report = await follow(withKey, { environment });
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${key}`);
  expect(report.sources[0]?.error).toContain('elsewhere.example/…');
  const state = await readFile(out.replace('.jsonl', '.sources.json'), 'utf8');
  expect(JSON.stringify(report) + state).not.toContain(key);
});

test('what two sources have says what the other says once the first has lost it', async () => {
  const { follow, write, out } = await openFolder();
  const record = (words: string) =>
    `Identifier,Title,Date,Description\nbox-1,Letter,1962-05-01,${words}\nbox-2,Other,1962-05-01,x\n`;
  const settings = ['one', 'two'].map(
    (name) => `{name: ${name}, kind: files, paths: [${name}.csv], collection: C}`,
  );
  const both = `[${settings.join(', ')}]`;
  await write('one.csv', record('as one says'));
  await write('two.csv', record('as two says'));
  await follow(both);
  const words = async () =>
    (await loadCorpus([out])).documents.find(({ title }) => title === 'Letter')?.description;
  expect(await words()).toBe('as one says');
  await write('one.csv', 'Identifier,Title,Date,Description\nbox-2,Other,1962-05-01,x\n');
  await follow(both, { names: ['one'] });
  expect(await words()).toBe('as one says');
  // Nothing has changed of the other, which is asked for all all the same.
  expect(await follow(both, { names: ['two'] })).toMatchObject({ sources: [{ changed: 1 }] });
  expect(await words()).toBe('as two says');
  expect(await follow(both)).toMatchObject({ written: false });
});

test('what sources refuse is in a file beside the corpus, with each record as it stands', async () => {
  const { follow, write, path, out, import: importByHand } = await openFolder();
  const both =
    '[{name: one, kind: files, paths: [one.csv]}, {name: two, kind: files, paths: [two.csv]}]';
  const bad = (title: string) => `Title,Date\n${title},1962-05-01\nDoubtful,in the war\n`;
  const rejects = async () =>
    (await readFile(`${out}.sources.rejects.jsonl`, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  await write('one.csv', bad('A'));
  await write('two.csv', bad('B'));
  await follow(both);
  expect(await rejects()).toEqual([
    {
      source: 'one',
      file: path('one.csv'),
      line: 3,
      reason: expect.stringContaining('date kept as text'),
      taken: true,
      raw: expect.any(String),
    },
    expect.objectContaining({ source: 'two', line: 3 }),
  ]);
  // An import has its own, and what isn't followed anew stays.
  await write('hand.csv', table('C'));
  await importByHand('hand.csv');
  await write('one.csv', table('A', 'Doubtful'));
  await follow(both, { names: ['one'] });
  expect((await rejects()).map(({ source }) => source)).toEqual(['two']);
  await write('two.csv', table('B'));
  await follow(both, { acceptsLoss: true });
  await expect(rejects()).rejects.toMatchObject({ code: 'ENOENT' });
});

/** What the file of rejects says, of which source and file or record. */
const rejectsOf = async (out: string) =>
  (await readFile(`${out}.sources.rejects.jsonl`, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('what is refused again takes the place of what was refused before', async () => {
  const { follow, settings, server, out } = await openTable();
  const answer = (...titles: readonly string[]) =>
    answersWith(`${table(...titles)}Too,1967-05-01,many,cells\n`);
  for (const titles of [['A'], ['A', 'B'], ['A', 'B', 'C']]) {
    server.answer = answer(...titles);
    expect(only(await follow(settings))).toMatchObject({ failed: 1, error: null });
    expect(await rejectsOf(out)).toMatchObject([{ source: 'letters', line: titles.length + 2 }]);
  }
  // Its documents stay as they are, and so does what is known of its records.
  server.answer = answersWith('Title,Date\nToo,1967-05-01,many,cells\nX,1967-05-01\n');
  const before = await rejectsOf(out);
  for (const _ of [1, 2]) {
    server.answer = answersWith(table('X'), null);
    expect(only(await follow(settings)).error).toContain('now holds 1 of the 3');
    expect(await rejectsOf(out)).toEqual(before);
  }
});

test.each(['true', 'e', '7', 'a"b', 'a\\\\b'])(
  'a record that is refused shows no key: %s',
  async (key) => {
    const { follow, settings, server, out } = await openTable();
    const withKey = settings.replace('kind: url', 'kind: url, key: $LETTERS_KEY');
    server.answer = (_, response) => response.end(`${table('A')}Too,1967-05-01,many,<${key}>\n`);
    const report = await follow(withKey, { environment: { LETTERS_KEY: key } });
    expect(only(report)).toMatchObject({ added: 1, failed: 1, error: null });
    const [{ raw }] = await rejectsOf(out);
    expect(raw).toContain('<…>');
    expect(raw).not.toContain(key);
  },
);

test('of a folder, what was refused in a file stays until that file is read again', async () => {
  const { follow, write, path, out } = await openFolder();
  const settings = '[{name: folder, kind: files, paths: ["*.csv"]}]';
  const bad = (...titles: readonly string[]) =>
    ['Title,Date', ...titles.map((title) => `${title},in the war`), ''].join('\n');
  await write('a.csv', bad('A', 'B'));
  await write('b.csv', bad('C'));
  await follow(settings);
  const files = async () => (await rejectsOf(out)).map(({ file }) => file);
  await write('b.csv', bad('C', 'D'));
  await follow(settings);
  expect(await files()).toEqual(['a.csv', 'a.csv', 'b.csv', 'b.csv'].map(path));
  await rm(path('b.csv'));
  await follow(settings);
  expect(await files()).toEqual(['a.csv', 'a.csv'].map(path));
});

test('where changes alone are read, what was refused stays until its record is read again', async () => {
  await using zotero = await startZotero();
  const { follow, out } = await openFolder();
  const settings = `[{name: team, kind: zotero, group: 7, url: "${zotero.server.url}"}]`;
  const keys = async () => (await rejectsOf(out)).map(({ record }) => record);
  const untitled = { title: '', date: '' };
  for (const at of [1, 2, 3]) zotero.put(`AAAA000${at}`, untitled);
  zotero.put('AAAA0004', { title: 'Four' });
  expect(only(await follow(settings))).toMatchObject({ added: 4 });
  expect(new Set(await keys())).toEqual(new Set(['AAAA0001', 'AAAA0002', 'AAAA0003']));
  const before = (await keys()).length / 3;
  zotero.put('AAAA0002', { ...untitled, abstractNote: 'On this.' });
  await follow(settings);
  expect(await keys()).toHaveLength(3 * before);
  zotero.erase('AAAA0001');
  zotero.put('AAAA0003', { title: 'Three', date: '1962-10-03' });
  await follow(settings);
  expect(new Set(await keys())).toEqual(new Set(['AAAA0002']));
});

test('a listing of which only the pages’ numbers have changed is counted anew', async () => {
  const { follow, write, path } = await openFolder();
  const settings = '[{name: listing, kind: files, paths: [page.txt], collection: C}]';
  const page = (listed: number) => `1 - 1 of ${listed}\n\n  • May 1, 1950\n\nA note\n\nOn this.\n`;
  await write('page.txt', page(3));
  expect(await follow(settings)).toMatchObject({ written: true });
  const coverage = async () => JSON.parse(await readFile(path('corpus.coverage.json'), 'utf8'));
  expect(await coverage()).toMatchObject([{ listed: 3, held: 1 }]);
  await write('page.txt', page(4));
  expect(await follow(settings)).toMatchObject({ written: true, sources: [{ changed: 0 }] });
  expect(await coverage()).toMatchObject([{ listed: 4, held: 1 }]);
});

test('documents of a Zotero library that was renamed are of its new name, under their ids', async () => {
  await using zotero = await startZotero();
  const { follow, out } = await openFolder();
  const settings = `[{name: team, kind: zotero, group: 7, url: "${zotero.server.url}"}]`;
  const held = async () =>
    (await loadCorpus([out])).documents.map(({ id, collection }) => ({ id, collection }));
  zotero.put('AAAA0001', { title: 'One' });
  zotero.put('AAAA0002', { title: 'Two' });
  await follow(settings);
  const before = await held();
  zotero.rename({ library: 'Caribbean crisis' });
  zotero.put('AAAA0002', { title: 'Two, corrected' });
  expect(only(await follow(settings))).toMatchObject({ added: 0, changed: 2, deleted: 0 });
  expect(zotero.server.asked.filter(({ query }) => query.get('since') === null)).toHaveLength(1);
  expect(await held()).toEqual(before.map(({ id }) => ({ id, collection: 'Caribbean crisis' })));
  expect(await follow(settings)).toMatchObject({ written: false });
});

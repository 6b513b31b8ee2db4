import { monitorEventLoopDelay } from 'node:perf_hooks';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createUploadReader } from '../../../../src/data/import/upload/upload-reader.ts';

const MB = 1024 * 1024;
const letters = (size: number, of = 'x') => Buffer.alloc(size, of);
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** A ZIP of these parts; `claimed` is what it says that each has unpacked. */
function zip(parts: Record<string, Buffer>, claimed?: number): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content, { level: 1 });
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claimed ?? content.length, 8);
    sizes.writeUInt16LE(name.length, 12);
    const head = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
    const offset = Buffer.alloc(16);
    offset.writeUInt32LE(at, 12);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), head, sizes, Buffer.from(name), packed);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, sizes, offset.subarray(2));
    central.push(Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "lol">${lines(
  10,
  (n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
)}]><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Laughs</title></titleStmt></fileDesc></teiHeader><text><body><p>&l10;</p></body></text></TEI>`;

const read = createUploadReader();

const REFUSED: [name: string, filename: string, content: () => Buffer | string, why: RegExp][] = [
  [
    'a bomb',
    'a.xlsx',
    () => zip({ '[Content_Types].xml': letters(9), 'xl/a.xml': letters(260 * MB) }),
    /unpacks to 261 MB/,
  ],
  [
    'a bomb that lies',
    'a.xlsx',
    () => zip({ '[Content_Types].xml': letters(9), 'xl/a.xml': letters(100 * MB) }, 9),
    /no workbook|damaged/,
  ],
  ['an endless line', 'a.csv', () => `title,date\n${letters(24 * MB)}`, /no documents in a format/],
  [
    'an endless field',
    'a.csv',
    () => `title,date,description\nLetter,1950,"${letters(24 * MB)}"\n`,
    /Max Record Size/,
  ],
  ['a million records', 'a.csv', () => `title,date\n${lines(1e6, (n) => `L ${n},1950`)}`, /20,000/],
  [
    'a million records that are none',
    'a.jsonl',
    () => `{"title":"a","date":"1950"}\n${lines(1e6, () => '{')}`,
    /20,000/,
  ],
  ['deep lists', 'a.json', () => '['.repeat(5 * MB), /no documents in a format/],
  [
    'deep objects',
    'a.json',
    () => `[{"title":"a","date":${'{"a":'.repeat(MB)}1${'}'.repeat(MB)}}]`,
    /more than 100 deep/,
  ],
  [
    'deep XML',
    'a.xml',
    () => `<TEI xmlns="http://www.tei-c.org/ns/1.0">${'<div>'.repeat(MB)}`,
    /more than 200 deep/,
  ],
  ['a picture', 'a.csv', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), /isn’t text/],
  ['a program', 'a.xlsx', () => Buffer.from('MZ\x90\0\x03\0', 'latin1'), /isn’t text/],
  ['nothing', 'a.csv', () => '', /holds no documents|is empty|no documents/],
];

test.each(REFUSED)('%s is refused, and keeps nobody waiting', async (_, filename, content, why) => {
  const bytes = Buffer.from(content());
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  await using contents = await read({ filename, bytes, collection: null });
  delay.disable();
  expect('problem' in contents ? contents.problem : contents).toMatch(why);
  // Reading goes on elsewhere; a busy machine is slow, but never as slow as reading these.
  expect(delay.max / 1e6).toBeLessThan(1000);
});

async function documentsOf(filename: string, content: string | Buffer) {
  await using contents = await read({ filename, bytes: Buffer.from(content), collection: null });
  if ('problem' in contents) throw new Error(contents.problem);
  const documents = [];
  for await (const { document } of contents.documents()) documents.push(document);
  return { documents, report: contents.report };
}

test('a hundred thousand columns are a table', async () => {
  const names = lines(100_000, (n) => `c${n}`).replaceAll('\n', ',');
  const { documents } = await documentsOf('a.csv', `title,date,${names}\nLetter,1950,x\n`);
  expect(documents).toMatchObject([{ title: 'Letter' }]);
});

test('laughs stay as they are written', async () => {
  const { documents } = await documentsOf('a.xml', LAUGHS);
  expect(JSON.stringify(documents).length).toBeLessThan(2000);
});

test('formulas are text', async () => {
  const formula = '=HYPERLINK("https://evil.example","Letter")';
  const { documents } = await documentsOf(
    'a.csv',
    `title,date\n"${formula.replaceAll('"', '""')}",1950\n`,
  );
  expect(documents).toMatchObject([{ title: formula, url: null }]);
});

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (kind: string, target: string) =>
  Buffer.from(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${REL}/${kind}" Target="${target}"/></Relationships>`,
  );
const cells = (row: number, ...texts: string[]) =>
  `<row r="${row}">${texts.map((text, at) => `<c r="${'AB'[at]}${row}" t="str">${text}</c>`).join('')}</row>`;

test('a workbook with macros and formulas is read for what its cells show', async () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const workbook = zip({
    '[Content_Types].xml': Buffer.from('<Types/>'),
    '_rels/.rels': relationships('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': Buffer.from(
      `<workbook xmlns="${main}" xmlns:r="${REL}"><sheets><sheet name="Letters" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': Buffer.from(
      `<worksheet xmlns="${main}"><sheetData>${cells(1, '<v>title</v>', '<v>date</v>')}${cells(2, '<f>HYPERLINK("https://evil.example","Letter")</f><v>Letter</v>', '<v>1950</v>')}</sheetData></worksheet>`,
    ),
    'xl/vbaProject.bin': letters(1000),
  });
  const { documents } = await documentsOf('letters.xlsm', workbook);
  expect(documents).toMatchObject([{ title: 'Letter', url: null }]);
});

test('a record that is longer than people read is left out, and that is said', async () => {
  const { documents, report } = await documentsOf(
    'a.csv',
    `title,date,description\nLetter,1950,short\nGiant,1950,${letters(200_000)}\n`,
  );
  expect(documents).toMatchObject([{ title: 'Letter' }]);
  expect(report).toMatchObject({
    rejected: 1,
    remarks: [{ line: 3, reason: expect.stringContaining('100,000') }],
  });
});

test.each([
  '../../../etc/passwd',
  '..\\..\\a.csv',
  '.hidden',
  '-rf',
  '\0\u202e',
  '',
  'a'.repeat(300),
])('the name “%s” leads nowhere', async (filename) => {
  const { documents, report } = await documentsOf(filename, 'title,date\nLetter,1950\n');
  expect(documents).toHaveLength(1);
  expect(JSON.stringify([documents, report])).not.toContain('reading-room-upload');
});

test('a file that takes too long ends its thread, and the next one is read', async () => {
  const hurried = createUploadReader({ time: 1 });
  const bytes = Buffer.from('title,date\nLetter,1950\n');
  await using late = await hurried({ filename: 'a.csv', bytes, collection: null });
  expect('problem' in late && late.problem).toContain('takes more time to read');
  await using narrow = await createUploadReader({ memory: 4 })({
    filename: 'a.csv',
    bytes,
    collection: null,
  });
  expect('problem' in narrow && narrow.problem).toContain('takes more memory to read');
  expect((await documentsOf('a.csv', bytes)).documents).toHaveLength(1);
});

test('files are read one after the other, and no crowd waits', async () => {
  const bytes = Buffer.from('title,date\nLetter,1950\n');
  const all = await Promise.all(
    Array.from({ length: 9 }, () => read({ filename: 'a.csv', bytes, collection: null })),
  );
  const refused = all.filter((one) => 'problem' in one);
  expect(refused).toHaveLength(3);
  for (const one of all) await one[Symbol.asyncDispose]();
});

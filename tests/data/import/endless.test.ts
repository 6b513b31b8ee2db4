import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { MADE_FORMATS, madeFiles } from '../../../scripts/made-sources/made-files.ts';
import { madeRecord } from '../../../scripts/made-sources/made-record.ts';
import { formats } from '../../../src/data/import/formats.ts';
import { sourceFrom } from '../../../src/data/import/source-file.ts';
import { readAll } from '../../support/found.ts';

const MB = 1024 * 1024;
/** More than any format takes for one text, and enough to tell whether it is held. */
const ENDLESS = 150 * MB;

/** A source whose last record's description doesn't end. */
async function* endless(name: string): AsyncGenerator<Buffer> {
  const [file] = madeFiles(name, 3);
  const whole = ((await file?.toArray()) ?? []).join('');
  const within = madeRecord(3).description.slice(0, 100);
  yield Buffer.from(whole.slice(0, whole.indexOf(within) + within.length));
  const more = Buffer.alloc(MB, 'a');
  for (let length = 0; length < ENDLESS; length += MB) yield more;
}

/** Packed ones are tried where workbooks are. */
const TEXTS = formats.filter(({ name }) => MADE_FORMATS.includes(name) && name !== 'xlsx');

test.each(TEXTS)('a text without an end in $name ends in an error', async (format) => {
  const source = await sourceFrom('endless', () => Readable.from(endless(format.name)));
  expect(format.recognises(source.sample)).toBe(true);
  const before = process.memoryUsage.rss();
  const { error } = await readAll(source, format);
  expect(error).toMatch(/more than|no end within|too large|larger than|Max Record Size/);
  expect(process.memoryUsage.rss() - before).toBeLessThan(2 * ENDLESS);
});

import './quiet-pipe.ts';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Document } from '../src/data/corpus/document.ts';
import { readLines } from '../src/data/corpus/read-lines.ts';
import { writeAtomically } from '../src/data/corpus/write-atomically.ts';
import { disagreementTable } from './starter/date-disagreements.ts';
import { toDocument } from './starter/frus-document.ts';
import { FrusRecord } from './starter/frus-record.ts';
import { seriesOf } from './starter/frus-series.ts';
import { numberDuplicates } from './starter/number-duplicates.ts';
import { sinoSoviet } from './starter/sino-soviet.ts';

/** Makes the starter corpus from its sources: `npm run starter -- [folder of the sources]`. */
const ROOT = join(import.meta.dirname, '..');
const STARTER = join(ROOT, 'src', 'data', 'starter');
const sources = process.argv[2] ?? join(ROOT, '..', 'shared', 'corpora');
const frusSource = join(sources, 'frus', 'frus-documents.jsonl');
const listing = join(sources, 'archive-listings', 'sino-soviet-31-40-of-71.txt');

const absent = [frusSource, listing].filter((path) => !existsSync(path));
if (absent.length > 0) {
  process.stderr.write(
    `The sources of the starter corpus are not there: ${absent.join(', ')}. Name the folder that holds them.\n`,
  );
  process.exit(1);
}

const frus: FrusRecord[] = [];
for await (const { text } of readLines(frusSource)) frus.push(FrusRecord.parse(JSON.parse(text)));
const volumes = [...Map.groupBy(frus, ({ volume }) => volume)];
const { documents, coverage } = await sinoSoviet(listing);

const files = [
  { name: 'sino-soviet.jsonl', text: toLines(documents) },
  { name: 'sino-soviet.coverage.json', text: toJson(coverage) },
  ...volumes.map(([volume, records]) => ({
    name: `${volume.replace('frus', 'frus-').toLowerCase()}.jsonl`,
    text: toLines(numberDuplicates(records.map(toDocument))),
  })),
  ...volumes.map(([volume]) => ({
    name: `${volume.replace('frus', 'frus-').toLowerCase()}.series.json`,
    text: toJson([seriesOf(volume)]),
  })),
  { name: 'date-disagreements.tsv', text: disagreementTable(frus) },
];
await writeAtomically(
  files.map(({ name, text }) => ({ path: join(STARTER, name), content: text })),
);
process.stdout.write(
  `${relative(ROOT, STARTER)}: ${documents.length + frus.length} documents in ${volumes.length + 1} files\n`,
);

function toLines(documents: readonly Document[]): string {
  return documents.map((document) => `${JSON.stringify(document)}\n`).join('');
}

function toJson(values: readonly object[]): string {
  return `${JSON.stringify(values, null, 2)}\n`;
}

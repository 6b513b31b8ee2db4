import './quiet-pipe.ts';
import { join, relative } from 'node:path';
import { readLines } from '../src/data/corpus/read-lines.ts';
import { writeAtomically } from '../src/data/corpus/write-atomically.ts';
import { type Place, readPlace } from './gazetteer/geonames-place.ts';
import { selectNames } from './gazetteer/select-names.ts';

/**
 * Makes the list of what places are also called from GeoNames: `npm run gazetteer -- cities15000.txt`.
 * @see https://download.geonames.org/export/dump/cities15000.zip (CC BY 4.0)
 */
const ROOT = join(import.meta.dirname, '..');
const GAZETTEER = join(ROOT, 'src', 'search', 'names', 'places.txt');
const [source] = process.argv.slice(2);

if (!source) {
  process.stderr.write(
    'Name the file: npm run gazetteer -- cities15000.txt. It is in https://download.geonames.org/export/dump/cities15000.zip\n',
  );
  process.exit(1);
}

const places: Place[] = [];
for await (const { text } of readLines(source)) places.push(readPlace(text));
const names = selectNames(places);
await writeAtomically([
  { path: GAZETTEER, content: names.map((one) => `${one.join(';')}\n`).join('') },
]);
process.stdout.write(
  `${relative(ROOT, GAZETTEER)}: ${names.flat().length} names of ${names.length} places\n`,
);

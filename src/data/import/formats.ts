import { bibtex } from './bibliography/bibtex.ts';
import { cslJson } from './bibliography/csl-json.ts';
import { ris } from './bibliography/ris.ts';
import type { Format, Sample } from './format.ts';
import { json, jsonLines } from './json/json.ts';
import { bulletListing, resultsListing } from './listing/listing.ts';
import { csv } from './table/csv.ts';
import { xlsx } from './table/xlsx.ts';
import { oaiPmh } from './xml/oai-pmh.ts';
import { tei } from './xml/tei.ts';

/** Every format that is read, in the order in which they are tried. */
export const formats: readonly Format[] = [
  xlsx,
  oaiPmh,
  tei,
  cslJson,
  jsonLines,
  json,
  ris,
  bibtex,
  csv,
  bulletListing,
  resultsListing,
];

/** The format of a source; undefined where none is known. */
export const formatOf = (sample: Sample): Format | undefined =>
  formats.find((format) => format.recognises(sample));

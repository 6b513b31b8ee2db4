import { bibtex } from './bibliography/bibtex.ts';
import { cslJson } from './bibliography/csl-json.ts';
import { ris } from './bibliography/ris.ts';
import type { Format, ReadingOptions, Sample } from './format.ts';
import { documentPage } from './html/document-page.ts';
import { htmlListing } from './html/html-listing.ts';
import { json, jsonLines } from './json/json.ts';
import { omekaS } from './json/omeka-s.ts';
import { bulletListing, resultsListing } from './listing/listing.ts';
import { csv } from './table/csv.ts';
import { separatorOf } from './table/separator.ts';
import { xlsx } from './table/xlsx.ts';
import { cmif } from './xml/cmif.ts';
import { ead } from './xml/ead.ts';
import { marcxml } from './xml/marcxml.ts';
import { mods } from './xml/mods.ts';
import { oaiPmh } from './xml/oai-pmh.ts';
import { tei } from './xml/tei.ts';

/** Every format that is read, in the order in which they are tried. */
export const formats: readonly Format[] = [
  xlsx,
  oaiPmh,
  mods,
  marcxml,
  ead,
  cmif,
  tei,
  htmlListing,
  omekaS,
  cslJson,
  jsonLines,
  json,
  ris,
  bibtex,
  csv,
  documentPage,
  bulletListing,
  resultsListing,
];

/** The format of a source; undefined if none is known. */
export const formatOf = (
  sample: Sample,
  map: ReadingOptions['map'] = new Map(),
): Format | undefined =>
  formats.find((format) => format.recognises(sample)) ??
  // With its columns named, any table will do.
  (map.size > 0 && separatorOf(sample.text ?? '') ? csv : undefined);

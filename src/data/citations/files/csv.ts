import { stringify } from 'csv-stringify/sync';
import { fingerprint } from '../../corpus/fingerprint.ts';
import { joined } from '../csl-item.ts';
import type { Exporter } from './exported.ts';

/** A table that a spreadsheet opens: with a byte order mark, and with no cell that it would compute. */
export const toCsv: Exporter = (exported) =>
  stringify(
    exported.map(({ document, annotation = '', annotated, added }) => ({
      id: document.id,
      title: document.title,
      date: document.date.text,
      edtf: document.date.edtf ?? '',
      creators: joined(document.creators),
      description: document.description,
      collection: document.collection,
      source: joined(document.source),
      identifier: joined(document.identifier),
      type: joined(document.type),
      recipients: joined(document.recipients),
      people: joined(document.people),
      places: joined(document.places),
      subjects: joined(document.subjects),
      languages: joined(document.languages),
      rights: joined(document.rights),
      url: document.url ?? '',
      note: annotation,
      note_by: annotated?.by ?? '',
      note_at: annotated?.at.toISOString() ?? '',
      kept_by: added?.by ?? '',
      kept_at: added?.at.toISOString() ?? '',
      fingerprint: fingerprint(document),
    })),
    { header: true, bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );

import type { Format, Found } from '../format.ts';
import { keptRaw } from '../json/objects.ts';
import { linesIn } from '../lines.ts';
import type { SourceRecord } from '../source-record.ts';

/** A tag of RIS and its text: `TI  - Notes`. */
const TAG = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/;

/** An entry's texts by their tags, in order. */
type Entry = { tags: Map<string, string[]>; line: number; raw: string[] };

/**
 * RIS. It is read by its tags and not by citation-js, which drops the archive's own reference (AN,
 * AV) and all keywords but one.
 * @see https://github.com/zotero/translators/blob/master/RIS.js
 */
export const ris: Format = {
  name: 'ris',
  recognises: ({ text }) => /^\s*(?:[^\n]*\n){0,3}?TY {1,2}- /.test(text ?? ''),
  async *read(source): AsyncGenerator<Found> {
    let entry: Entry | undefined;
    let last: string[] | undefined;
    for await (const { number, text } of linesIn(source.text())) {
      const [, tag, value = ''] = TAG.exec(text) ?? [];
      if (tag === 'TY') {
        if (entry) yield unended(entry);
        entry = { tags: new Map(), line: number, raw: [] };
      }
      entry?.raw.push(text);
      if (!entry) continue;
      if (tag === 'ER') {
        yield { kind: 'record', record: toRecord(entry) };
        entry = undefined;
        last = undefined;
      } else if (tag) {
        last = entry.tags.get(tag) ?? [];
        last.push(value.trim());
        entry.tags.set(tag, last);
      } else if (last) last.push(`${last.pop() ?? ''} ${text.trim()}`);
    }
    if (entry) yield unended(entry);
  },
};

const unended = ({ line, raw }: Entry): Found => ({
  kind: 'refused',
  line,
  reason: 'has no end (ER)',
  raw: keptRaw(raw.join('\n')),
});

function toRecord({ tags, line }: Entry): SourceRecord {
  const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []).filter(Boolean);
  const [title = ''] = all('TI', 'T1', 'CT', 'BT');
  const [url] = all('UR', 'L2');
  const roles = (tag: string, role: string) => all(tag).map((name) => `${name} (${role})`);
  return {
    line,
    title,
    ...readDate(all('DA', 'PY', 'Y1')[0] ?? ''),
    description: all('AB', 'N2', 'N1').join('\n\n'),
    ...(url ? { url } : {}),
    creators: [...all('AU', 'A1'), ...roles('ED', 'editor'), ...roles('A2', 'editor')],
    people: all('A4'),
    places: all('CY', 'PP'),
    subjects: all('KW'),
    languages: all('LA'),
    type: all('M3', 'TY'),
    source: all('DP', 'DB', 'AV', 'AN', 'CN'),
    identifier: all('ID', 'DO', 'M1'),
  };
}

/** `1962/10/16/`, where parts can be missing and words can follow; `1962/10/16/morning`. */
function readDate(text: string): { date: string; edtf?: string } {
  const [, year, month, day, words = ''] =
    /^(\d{4})\/(\d{0,2})\/(\d{0,2})\/?(.*)$/.exec(text) ?? [];
  if (!year) return { date: text };
  const edtf = [year, month, month && day]
    .filter(Boolean)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return { date: words ? `${edtf} ${words}` : edtf, edtf };
}

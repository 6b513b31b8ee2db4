import { readFileSync } from 'node:fs';
import { quotationCard } from '../src/cards/quotation/quotation-card.ts';
import { compare } from '../src/search/quotation/compare.ts';
import { joinPages } from '../src/search/quotation/compared-text.ts';
import { readQuotation } from '../src/search/quotation/read-quotation.ts';

const lines = readFileSync('/tmp/frus/corpus.text.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((l) => JSON.parse(l));
const all = lines.map((l: any) => l.text).join('\n\n');
for (const n of [1, 4, 12]) {
  const text = (all + '\n').repeat(n);
  for (const kind of ['edition', 'ocr'] as any[]) {
    const t0 = performance.now();
    const joined = joinPages([{ id: 'x', page: 1, label: null, text, kind, url: null }]);
    const t1 = performance.now();
    const q =
      'The President has said to me that the arbitral agreement would [certainly] be submitted to the Government … and that he hoped for peace at last';
    const r = compare(readQuotation(q), joined);
    const t2 = performance.now();
    console.log(
      kind,
      (text.length / 1e6).toFixed(1) + 'MB',
      'read',
      Math.round(t1 - t0),
      'compare',
      Math.round(t2 - t1),
      r?.verdict,
      Math.round(process.memoryUsage().rss / 1e6) + 'MB',
    );
  }
}
// long quotation with many ellipses
{
  const q = 'the government of the … '.repeat(240);
  const joined = joinPages([
    { id: 'x', page: 1, label: null, text: all, kind: 'edition', url: null },
  ]);
  let t = performance.now();
  const r = compare(readQuotation(q), joined);
  console.log('many ellipses', Math.round(performance.now() - t), r?.verdict);
  const q2 = all.slice(5000, 10900);
  t = performance.now();
  const r2 = compare(readQuotation(q2), joined);
  console.log('long', Math.round(performance.now() - t), r2?.verdict, r2?.differences.length);
}
// cards
const doc = (o: any) =>
  ({
    id: 'x',
    title: '*T_itle* [x](http://a) @everyone <@1>',
    date: { text: '1934', start: '1934-01-01', end: '1934-12-31' },
    description: '',
    collection: 'C*o_l',
    url: 'https://example.org/' + 'a'.repeat(380),
    subjects: [],
    creators: [],
    recipients: [],
    identifier: null,
    ...o,
  }) as any;
const P = '*_[link](http://evil.example) @everyone <@123> # h\n> q `c` ||s|| ';
const page = (n: number) =>
  ({
    page: n,
    label: 'p. *' + n + '*' + 'x'.repeat(70),
    kind: 'edition',
    url: 'https://example.org/' + 'b'.repeat(380),
  }) as any;
const occ = (v: any, n: number) =>
  ({
    document: doc({ id: 'x' + n }),
    verdict: v,
    place: { first: page(1), last: page(2) },
    before: P.repeat(3),
    after: P.repeat(3),
    pieces: Array.from({ length: 20 }, (_, i) =>
      v === 'exact'
        ? { kind: 'same', printed: P.repeat(10) }
        : i % 2
          ? { kind: 'same', printed: P.repeat(4) }
          : { kind: 'changed', printed: P.repeat(3), quoted: P.repeat(3), matter: 'negation' },
    ),
    differences:
      v === 'exact'
        ? []
        : Array.from({ length: 20 }, () => ({
            kind: 'changed',
            printed: P.repeat(3),
            quoted: P.repeat(3),
            matter: 'figure',
          })),
    spellings: Array.from({ length: 9 }, () => ({ printed: P, quoted: P })),
    misreadings: [],
  }) as any;
const cov = { documents: 1, collections: [{ name: '*a*', documents: 3, withText: 1 }] } as any;
for (const v of ['exact', 'near']) {
  const c = quotationCard(P.repeat(20), {
    total: 30,
    found: Array.from({ length: 10 }, (_, i) => occ(v, i)),
    uncompared: 3,
    coverage: cov,
    inDocument: { document: doc({}), hasText: false, found: occ('near', 99) },
  } as any);
  console.log(v, c.embed.description!.length, c.shown.length);
  const d = c.embed.description!;
  const stars = (d.match(/(?<!\\)\*\*/g) || []).length,
    tildes = (d.match(/(?<!\\)~~/g) || []).length;
  console.log('unpaired', stars % 2, tildes % 2);
  console.log(d.slice(0, 3300));
}

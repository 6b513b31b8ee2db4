import { readFileSync } from 'node:fs';
import { compare } from '../src/search/quotation/compare.ts';
import { joinPages } from '../src/search/quotation/compared-text.ts';
import { readQuotation } from '../src/search/quotation/read-quotation.ts';

// every sentence of FRUS of 5-14 words: one changed figure / dropped not / one swapped pair: how many are not found?
const lines = readFileSync('/tmp/frus/corpus.text.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((l) => JSON.parse(l))
  .filter((_, i) => i % 8 === 0);
const n = { dropped: [0, 0], figure: [0, 0], swap: [0, 0], exact: [0, 0] } as any;
const bad: any = { dropped: [], figure: [], swap: [], exact: [] };
for (const l of lines) {
  const text = joinPages([{ ...l }]);
  for (const s of l.text.replace(/\s+/g, ' ').split(/(?<=[.;])\s+(?=[A-Z])/)) {
    const w = s.split(' ');
    if (w.length < 6 || w.length > 14 || /[[\]…]|\. \./.test(s)) continue;
    const t = (k: string, q: string) => {
      let r;
      try {
        r = compare(readQuotation(q), text);
      } catch {
        return;
      }
      n[k][1]++;
      if (
        !r ||
        (k === 'exact' && r.verdict !== 'exact') ||
        (k !== 'exact' && (r.verdict !== 'near' || r.differences.length !== 1))
      ) {
        n[k][0]++;
        bad[k].push([q, r?.verdict ?? null, r && JSON.stringify(r.differences)]);
      }
    };
    t('exact', s);
    if (/ not /.test(s)) t('dropped', s.replace(' not ', ' '));
    const f = s.match(/ (\d+) /);
    if (f) t('figure', s.replace(f[0], ` ${Number(f[1]) + 1} `));
    const i = 1 + (s.length % (w.length - 3));
    if (
      w[i]!.toLowerCase() !== w[i + 1]!.toLowerCase() &&
      /^\w+$/.test(w[i]!) &&
      /^\w+$/.test(w[i + 1]!)
    ) {
      const v = [...w];
      [v[i], v[i + 1]] = [v[i + 1]!, v[i]!];
      t('swap', v.join(' '));
    }
  }
}
console.log(n);
for (const k in bad) {
  console.log(k);
  for (const b of bad[k].slice(0, 8)) console.log('  ', ...b);
}

import { loadCorpus } from '../src/data/corpus/corpus.ts';
import { starterCorpus } from '../src/data/starter.ts';
import { packLines } from '../src/data/corpus/packed-documents.ts';
import { indexDocuments } from '../src/search/index/index-documents.ts';
import { openIndex } from '../src/search/minisearch/search-index.ts';
import { loadNames } from '../src/search/names/authority.ts';
import { madeCorpus } from '../scripts/bench/made-corpus.ts';
import { toDocument } from '../scripts/peers/to-document.ts';
const names = loadNames();
const cpu = (name: string, f: () => any) => { const c = process.cpuUsage(); const v = f(); const u = process.cpuUsage(c); console.log(name, ((u.user + u.system) / 1e6).toFixed(2), 's cpu', (process.memoryUsage().rss / 1e6).toFixed(0)); return v; };
for (const docs of [(await loadCorpus(starterCorpus())).documents, (await madeCorpus(20000)).map(toDocument)]) {
  const lines = docs.map((d) => JSON.stringify(d));
  const packed = cpu('pack', () => packLines(lines));
  const data = cpu('index', () => indexDocuments(packed, undefined, false));
  const index = cpu('open', () => openIndex(packed, data, names));
  cpu('names', () => index.otherNames(''));
  cpu('vocabulary', () => index.terms.vocabulary.fuzzyGet('x', 1));
}

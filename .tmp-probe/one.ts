import { openCluster } from '../src/search/opensearch/cluster.ts';
import { aDocument } from '../tests/support/documents.ts';
import { loadArchive, removeAlias } from '../tests/support/opensearch.ts';

const urls = ['http://127.0.0.1:9711'];
const real = openCluster({ urls });
const cluster = {
  ...real,
  async ask(r: any) {
    const t = performance.now();
    const a = await real.ask(r);
    console.log(r.method, r.path.slice(0, 80), (performance.now() - t).toFixed());
    return a as any;
  },
};
for (const a of ['x1', 'x2']) {
  const t = performance.now();
  await loadArchive({ urls, cluster }, 'probe-' + a, {
    documents: [aDocument({ id: 'a', title: 'Hello there' })],
  });
  console.log('total', performance.now() - t);
  await removeAlias(cluster, 'probe-' + a);
  console.log('removed', performance.now() - t);
}
await cluster.close();

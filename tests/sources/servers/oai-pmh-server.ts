import { type Asked, type LoopbackServer, type Reply, serve } from './loopback.ts';

type Stored = { datestamp: string; metadata: string | null; set: string };

/** A repository, and what becomes of its records. */
export type OaiServer = AsyncDisposable & {
  server: LoopbackServer;
  /** What the repository's clock says: `2026-01-02T03:04:05Z`. */
  now: string;
  /** Adds a record or changes it, as of now. */
  put(name: string, title: string, set?: string): void;
  /** Deletes a record, as of now; where the repository doesn't tell of such, without a trace. */
  remove(name: string): void;
  /** Makes all tokens that were given worthless. */
  expireTokens(): void;
  /** Whether the last page leads to the first again. */
  isEndless: boolean;
  /** How many records it says that its lists have; null if it doesn't. */
  listSize: number | null;
};

const DC =
  'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"';

/**
 * An OAI-PMH repository that gives two records at once, in Dublin Core and MODS.
 * @see https://www.openarchives.org/OAI/openarchivesprotocol.html
 */
export async function startOai({
  granularity = 'second',
  deletedRecord = 'persistent',
}: {
  granularity?: 'second' | 'day';
  deletedRecord?: 'persistent' | 'no';
} = {}): Promise<OaiServer> {
  const records = new Map<string, Stored>();
  const tokens = new Map<string, { names: string[]; prefix: string }>();
  let given = 0;
  const shown = (time: string) => (granularity === 'day' ? time.slice(0, 10) : time);
  const server = await serve((asked) => answer(asked));

  function answer({ path, query }: Asked): Reply {
    if (path !== '/oai') return { status: 404 };
    const verb = query.get('verb');
    if (verb === 'Identify') return envelope(identify());
    if (verb !== 'ListRecords') return envelope('<error code="badVerb">Illegal verb</error>');
    return envelope(list(query));
  }

  const envelope = (inside: string): Reply => ({
    headers: { 'Content-Type': 'text/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>${repository.now}</responseDate><request>${server.url}/oai</request>${inside}</OAI-PMH>`,
  });

  const identify = () =>
    `<Identify><repositoryName>State Archive</repositoryName><baseURL>${server.url}/oai</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>a@example.org</adminEmail><earliestDatestamp>${shown('1990-01-01T00:00:00Z')}</earliestDatestamp><deletedRecord>${deletedRecord}</deletedRecord><granularity>${granularity === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM-DDThh:mm:ssZ'}</granularity></Identify>`;

  function list(query: URLSearchParams): string {
    const token = query.get('resumptionToken');
    if (token !== null) {
      const rest = tokens.get(token);
      if (!rest || [...query.keys()].length !== 2) {
        return '<error code="badResumptionToken">The token has expired</error>';
      }
      return page(rest.names, rest.prefix);
    }
    const prefix = query.get('metadataPrefix') ?? '';
    if (!['oai_dc', 'mods'].includes(prefix)) {
      return '<error code="cannotDisseminateFormat">Unknown format</error>';
    }
    const [from, set] = [query.get('from'), query.get('set')];
    if (from !== null && from.length !== shown(repository.now).length) {
      return '<error code="badArgument">from has another granularity</error>';
    }
    const names = [...records]
      .filter(([, record]) => from === null || shown(record.datestamp) >= from)
      .filter(([, record]) => set === null || record.set === set)
      .map(([name]) => name);
    if (names.length === 0) return '<error code="noRecordsMatch">None</error>';
    return page(names, prefix);
  }

  function page(names: readonly string[], prefix: string): string {
    const rest = names.slice(2);
    const isLast = rest.length === 0 && !repository.isEndless;
    given += 1;
    const token = repository.isEndless ? 'again' : `t${given}`;
    if (!isLast) tokens.set(token, { names: repository.isEndless ? [...names] : rest, prefix });
    const size = repository.listSize === null ? '' : ` completeListSize="${repository.listSize}"`;
    const next = `<resumptionToken${size}>${isLast ? '' : token}</resumptionToken>`;
    return `<ListRecords>${names
      .slice(0, 2)
      .map((name) => record(name, prefix))
      .join('')}${next}</ListRecords>`;
  }

  function record(name: string, prefix: string): string {
    const { datestamp, metadata } = records.get(name) as Stored;
    const header = (status: string) =>
      `<header${status}><identifier>${name}</identifier><datestamp>${shown(datestamp)}</datestamp></header>`;
    if (metadata === null) return `<record>${header(' status="deleted"')}</record>`;
    const inside =
      prefix === 'mods'
        ? `<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>${metadata}</title></titleInfo><originInfo><dateCreated encoding="w3cdtf">1962-10-16</dateCreated></originInfo></mods>`
        : `<oai_dc:dc ${DC}><dc:title>${metadata}</dc:title><dc:date>1962-10-16</dc:date><dc:format>1 p.</dc:format></oai_dc:dc>`;
    return `<record>${header('')}<metadata>${inside}</metadata></record>`;
  }

  const repository: OaiServer = {
    server,
    now: '2026-01-01T00:00:00Z',
    isEndless: false,
    listSize: null,
    put(name, title, set = 'letters') {
      records.set(name, { datestamp: repository.now, metadata: title, set });
    },
    remove(name) {
      const record = records.get(name);
      if (!record || deletedRecord === 'no') records.delete(name);
      else records.set(name, { ...record, datestamp: repository.now, metadata: null });
    },
    expireTokens: () => tokens.clear(),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
  return repository;
}

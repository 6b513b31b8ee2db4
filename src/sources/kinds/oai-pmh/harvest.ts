import type { Spool, SpoolRange } from '../../../data/import/spool.ts';
import type { Requests } from '../../requests/requests.ts';
import { SourceFailure } from '../../source-failure.ts';
import type { Answer } from './answer.ts';
import { ask, refusalOf } from './repository.ts';

/** What is harvested, and from when on; all of it if that is null. */
export type Selection = {
  url: string;
  metadataPrefix: string;
  set: string | undefined;
  from: string | null;
};

/** A harvest: its answers in the spool, and when the first was given. */
export type Harvest = {
  pages: readonly SpoolRange[];
  responseDate: string;
  /** How many records it has, and how many the repository says that it should have; null if it doesn't. */
  records: number;
  listSize: number | null;
};

/**
 * Harvests records, one answer after the other. A token that the repository no longer knows makes it
 * begin again, once.
 * @returns null if no record fits
 * @throws SourceFailure for what the repository refuses, and for a list without an end
 * @see https://www.openarchives.org/OAI/openarchivesprotocol.html#FlowControl
 */
export async function harvest(
  selection: Selection,
  requests: Requests,
  spool: Spool,
): Promise<Harvest | null> {
  const once = await harvestOnce(selection, requests, spool);
  const harvested = once === 'expired' ? await harvestOnce(selection, requests, spool) : once;
  if (harvested !== 'expired') return harvested;
  throw new SourceFailure(
    'The repository forgot where it was in its list, twice. It is tried again the next time.',
  );
}

async function harvestOnce(
  { url, metadataPrefix, set, from }: Selection,
  requests: Requests,
  spool: Spool,
): Promise<Harvest | null | 'expired'> {
  const pages: SpoolRange[] = [];
  const tokens = new Set<string>();
  let first: Answer | undefined;
  let records = 0;
  let listSize: number | null = null;
  let parameters: Record<string, string> = {
    metadataPrefix,
    ...(set !== undefined && { set }),
    ...(from !== null && { from }),
  };
  for (;;) {
    const { text, answer } = await ask(url, { verb: 'ListRecords', ...parameters }, requests);
    const { error, resumptionToken } = answer;
    if (error?.code === 'noRecordsMatch' && !first) return null;
    if (error?.code === 'badResumptionToken' && first) return 'expired';
    if (error) throw refusalOf(url, error);
    first ??= answer;
    pages.push(await spool.add(text));
    records += answer.records;
    listSize = answer.listSize ?? listSize;
    if (!resumptionToken) return { pages, responseDate: first.responseDate, records, listSize };
    if (tokens.has(resumptionToken)) {
      throw new SourceFailure(
        'The repository’s list has no end: it goes on with a part that it gave before.',
      );
    }
    tokens.add(resumptionToken);
    parameters = { resumptionToken };
  }
}

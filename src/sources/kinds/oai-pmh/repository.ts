import { SourceError } from '../../../data/import/format.ts';
import type { Requests } from '../../requests/requests.ts';
import { withoutQuery } from '../../requests/without-query.ts';
import { SourceFailure } from '../../source-failure.ts';
import { type Answer, readAnswer } from './answer.ts';

/** What a repository says of itself, as far as it matters here. */
export type Repository = {
  name: string;
  /** Whether its datestamps go to the second, or to the day. */
  granularity: 'second' | 'day';
  /** Whether it tells which records are gone: always, for some time, or never. */
  deletedRecord: 'persistent' | 'transient' | 'no';
};

/**
 * Asks a repository one thing, and reads the answer to its end.
 * @throws SourceFailure for an answer that isn't one
 */
export async function ask(
  url: string,
  parameters: Readonly<Record<string, string>>,
  requests: Requests,
): Promise<{ text: string; answer: Answer }> {
  const address = new URL(url);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  const answered = await requests.get(address);
  const text = await answered.text();
  try {
    return { text, answer: await readAnswer(text) };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const question = parameters.verb ?? 'the question';
    throw new SourceFailure(`The answer of ${withoutQuery(url)} to ${question} ${error.message}.`, {
      cause: error,
    });
  }
}

/** No more of a repository's own words is told, in characters. */
const MOST_SAID = 300;

/** Why a repository gives no records, for whoever looks after the source. */
export const refusalOf = (
  url: string,
  { code, text }: NonNullable<Answer['error']>,
): SourceFailure =>
  new SourceFailure(
    `${withoutQuery(url)} refuses: ${[code, text].filter(Boolean).join(', ').slice(0, MOST_SAID)}.`,
  );

/** What a repository is. */
export async function identify(url: string, requests: Requests): Promise<Repository> {
  const { answer } = await ask(url, { verb: 'Identify' }, requests);
  if (answer.error) throw refusalOf(url, answer.error);
  const said = (name: string) => answer.identity.get(name) ?? '';
  const deleted = said('deletedRecord');
  return {
    name: said('repositoryName').slice(0, MOST_SAID).trim(),
    granularity: /hh:mm:ss/i.test(said('granularity')) ? 'second' : 'day',
    deletedRecord: deleted === 'persistent' || deleted === 'transient' ? deleted : 'no',
  };
}

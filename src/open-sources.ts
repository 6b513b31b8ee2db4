import type { Config } from './config.ts';
import { UserError } from './errors.ts';
import type { Logger } from './log.ts';
import { type FollowedSources, openFollowedSources } from './sources/followed-sources.ts';
import { readSourcesFile } from './sources/settings/sources-file.ts';
import { NO_CONTACT, userAgent } from './sources/user-agent.ts';
import { version } from './version.ts';

/**
 * Opens the sources that the environment names; undefined if there are none.
 * @throws UserError if they can't be read, or it isn't clear which corpus they are for
 */
export async function openSources(
  config: Pick<Config, 'sources' | 'corpus'>,
  log: Logger,
): Promise<FollowedSources | undefined> {
  if (!config.sources) return undefined;
  const { file, contact, environment } = config.sources;
  const out = corpusToFollow(config);
  const sources = await readSourcesFile(file);
  if (!contact && sources.some(({ addresses }) => addresses.length > 0)) log.warn(NO_CONTACT);
  return openFollowedSources({ file, out, environment, userAgent: userAgent(version, contact) });
}

/**
 * The corpus that sources are written into.
 * @throws UserError if there are several, as of the starter corpus
 */
export function corpusToFollow({ corpus }: Pick<Config, 'corpus'>): string {
  const [only, ...others] = corpus;
  if (only !== undefined && others.length === 0) return only;
  throw new UserError(
    'CORPUS must name the one corpus that the sources are written into, such as corpus.jsonl.',
  );
}

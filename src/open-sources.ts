import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { UserError } from './errors.ts';
import { logFollowed } from './keeper/follow-sources.ts';
import type { Logger } from './log.ts';
import type { FollowedSources } from './sources/followed-sources.ts';
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
  // What reads every format is loaded only where there are sources: it takes much memory.
  const { openFollowedSources } = await import('./sources/followed-sources.ts');
  const { readSourcesFile } = await import('./sources/settings/sources-file.ts');
  const sources = await readSourcesFile(file);
  if (!contact && sources.some(({ addresses }) => addresses.length > 0)) log.warn(NO_CONTACT);
  return openFollowedSources({ file, out, environment, userAgent: userAgent(version, contact) });
}

/** Follows all sources once if the corpus that they are written into isn't there yet. */
export async function followFirst(
  sources: FollowedSources,
  config: Pick<Config, 'corpus'>,
  log: Logger,
): Promise<void> {
  if (existsSync(corpusToFollow(config))) return;
  log.info('the corpus isn’t there yet: its sources are followed first');
  for (const { name, next } of await sources.status()) {
    if (!next) continue;
    const result = await sources.follow(name).catch((err: unknown) => {
      log.error({ err, source: name }, 'A source was given up; the others are followed.');
    });
    if (result) logFollowed(result, log);
  }
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

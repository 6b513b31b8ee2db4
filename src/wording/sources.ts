import { count, countDocuments } from './count.ts';

type Unit = 'week' | 'day' | 'hour' | 'minute';
type Change = 'added' | 'changed' | 'deleted' | 'failed';

/** What became of following a source. Names and errors come escaped; moments as Discord writes them. */
export const sourceWords = {
  title: 'Sources',
  none: 'This archive follows no sources. Whoever runs the bot can list some in `sources.yaml`.',
  cantBeRead:
    'The list of sources can’t be read right now. Whoever runs the bot sees why in its log, or with `npm run sync`.',
  notInServer: 'Sources can only be seen in a server.',
  heading: (name: string, kind: string) => `**${name}** (${kind})`,
  headingEvery: (name: string, kind: string, interval: string) =>
    `**${name}** (${kind}, every ${interval})`,
  /** `15 minutes`, `hour`, `2 days`: what follows "every". */
  interval: (number: number, unit: Unit) => (number === 1 ? unit : `${count(number)} ${unit}s`),
  notFollowedYet: 'Not followed yet; it will be soon.',
  noLonger: (documents: number) =>
    `No longer among the sources; its ${countDocuments(documents)} stay as they are.`,
  followed: (moment: string, changes: string, documents: number) =>
    `Followed ${moment}: ${changes}. It holds ${countDocuments(documents)}.`,
  changes: ({ added, changed, deleted, failed }: Record<Change, number>) => {
    const parts = [
      added > 0 && `${count(added)} added`,
      changed > 0 && `${count(changed)} changed`,
      deleted > 0 && `${count(deleted)} deleted`,
      failed > 0 && `${count(failed)} not taken`,
    ];
    return parts.filter(Boolean).join(', ') || 'nothing new';
  },
  failed: (moment: string, error: string) => `⚠ Failed ${moment}: ${error}`,
  /** After a failure: what came before it. */
  lastFollowed: (moment: string, documents: number) =>
    documents > 0
      ? `Last followed ${moment}; its ${countDocuments(documents)} stay as they are.`
      : `Last followed ${moment}.`,
  neverFollowed: (documents: number) =>
    documents > 0
      ? `Never followed yet; its ${countDocuments(documents)} stay as they are.`
      : 'Never followed yet.',
  nextNow: 'Next: now.',
  next: (moment: string) => `Next: ${moment}.`,
};

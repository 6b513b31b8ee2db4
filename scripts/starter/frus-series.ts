import type { Series } from '../../src/data/corpus/series.ts';
import { UserError } from '../../src/errors.ts';
import { frusVolumes } from './frus-volumes.ts';

/**
 * A volume in its series, by its full name.
 * @throws UserError for a volume without a name here
 */
export function seriesOf(volume: string): Series {
  const collection = frusVolumes[volume];
  if (!collection) throw new UserError(`${volume} has no name in frus-volumes.ts.`);
  return {
    collection,
    title: 'Foreign Relations of the United States',
    volume: collection.replace(/^FRUS /, ''),
    numbered: `${volume}/d`,
  };
}

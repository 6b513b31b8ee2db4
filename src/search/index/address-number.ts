import { addressKey } from '../../data/addresses/address-key.ts';
import { contentHash } from './content-hash.ts';

/** The same number for all spellings of an address; undefined for what is no address. */
export function addressNumber(address: string): number | undefined {
  const key = addressKey(address);
  return key === undefined ? undefined : contentHash(key);
}

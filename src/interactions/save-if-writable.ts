import { isUnwritable } from '../store/unwritable.ts';

/**
 * Waits for a write or a read that an answer can do without.
 * @returns what was saved or read, or why the database could not be used
 * @throws any other error
 */
export async function saveIfWritable<Value>(
  work: Promise<Value>,
): Promise<{ saved?: Value; unsaved?: Error }> {
  try {
    return { saved: await work };
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return { unsaved: error };
  }
}

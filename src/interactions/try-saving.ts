import { isUnwritable } from '../store/unwritable.ts';

/**
 * Waits for what an answer can do without.
 * @returns what was saved or read, or why the database could not be used
 * @throws any other error
 */
export async function trySaving<Value>(
  work: Promise<Value>,
): Promise<{ saved?: Value; unsaved?: Error }> {
  try {
    return { saved: await work };
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return { unsaved: error };
  }
}

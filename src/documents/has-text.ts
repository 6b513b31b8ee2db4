import { UserError } from '../errors.ts';
import type { Archive } from '../search/archive.ts';

/** Whether a document has a text that can be read now. */
export async function hasText(id: string, archive: Pick<Archive, 'pages'>): Promise<boolean> {
  try {
    return (await archive.pages(id, { offset: 0, limit: 0 })).total > 0;
  } catch (error) {
    // Texts that can't be read yet are no reason to show no card.
    if (error instanceof UserError) return false;
    throw error;
  }
}

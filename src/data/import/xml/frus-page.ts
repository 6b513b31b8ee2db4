import type { Tag } from './elements.ts';

/**
 * Where a page of _Foreign Relations of the United States_ can be read: its editors publish each under
 * the volume's id and the page break's own.
 * @see https://history.state.gov/historicaldocuments/citing-frus
 */
export function frusPage(volume: string | undefined, { attributes }: Tag): string | null {
  const id = attributes['xml:id'] ?? '';
  if (!volume || !/^frus\d[\w-]*$/.test(volume) || !/^pg_[\w-]+$/.test(id)) return null;
  return `https://history.state.gov/historicaldocuments/${volume}/${id}`;
}

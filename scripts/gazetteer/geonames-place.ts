/** A place of GeoNames: what the list of names is made of. */
export type Place = {
  id: string;
  name: string;
  others: readonly string[];
  country: string;
  population: number;
  isPartOfTown: boolean;
};

/**
 * Reads a line of a GeoNames table.
 * @see https://download.geonames.org/export/dump/readme.txt the columns
 */
export function readPlace(line: string): Place {
  const columns = line.split('\t');
  return {
    id: columns[0] ?? '',
    name: columns[1] ?? '',
    others: (columns[3] ?? '').split(',').filter(Boolean),
    isPartOfTown: columns[7] === 'PPLX',
    country: columns[8] ?? '',
    population: Number(columns[14]),
  };
}

const SEPARATORS = [',', ';', '\t', '|'];
/** Lines looked at. */
const LOOKED_AT = 20;

/**
 * What divides the cells of a table: the sign that stands equally often in the most lines. Undefined if the text isn't a table.
 */
export const separatorOf = (text: string): string | undefined =>
  separatorBeside(text, /"(?:[^"]|"")*"/g) ?? separatorBeside(text, /"(?:[^"\n]|"")*"/g);

/** @param quoted what stands in quotes: of several lines, or, where a quote isn't closed, of one */
function separatorBeside(text: string, quoted: RegExp): string | undefined {
  const lines = text
    .replace(quoted, '""')
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .slice(0, LOOKED_AT);
  const ranked = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1).filter(Boolean);
    const [usual = 0, same = 0] = mostFrequent(counts);
    return { separator, usual, same };
  }).filter(({ same }) => same > 0 && same >= Math.min(2, lines.length));
  ranked.sort((one, other) => other.same - one.same || other.usual - one.usual);
  return ranked[0]?.separator;
}

/** The number that comes most often, and how often. */
const mostFrequent = (numbers: readonly number[]): readonly [number, number] | [] =>
  [...Map.groupBy(numbers, (number) => number)]
    .map(([number, { length }]) => [number, length] as const)
    .sort(([, one], [, other]) => other - one)[0] ?? [];

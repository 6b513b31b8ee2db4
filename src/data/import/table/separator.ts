const SEPARATORS = [',', ';', '\t', '|'];
/** Lines looked at. */
const LOOKED_AT = 20;

/**
 * What divides the cells of a table: the sign that stands equally often, and at least once, in the
 * most lines. Undefined where the text is no table.
 */
export function separatorOf(text: string): string | undefined {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .slice(0, LOOKED_AT);
  const ranked = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const usual = counts[0] ?? 0;
    return { separator, usual, same: counts.filter((count) => count === usual).length };
  }).filter(({ usual, same }) => usual > 0 && same >= Math.min(2, lines.length));
  ranked.sort((one, other) => other.same - one.same || other.usual - one.usual);
  return ranked[0]?.separator;
}

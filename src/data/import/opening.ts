/** An opening is at least this long where there is more, in characters. */
const ENOUGH = 300;

/** The first paragraphs of a text, whole ones, until there is enough to know it by. */
export function openingOf(paragraphs: Iterable<string>): string {
  let opening = '';
  for (const paragraph of paragraphs) {
    opening += opening ? `\n\n${paragraph}` : paragraph;
    if (opening.length >= ENOUGH) break;
  }
  return opening;
}

import { SourceError } from '../../format.ts';
import { elementsOf } from '../../xml/elements.ts';
import type { Parts } from './parts.ts';
import { relationshipsOf } from './relationships.ts';

/** Where a workbook's things are. */
export type Workbook = {
  /** Its sheets of cells in their order, each by its name, with the part that holds it. */
  sheets: readonly { name: string; part: string }[];
  /** Whether its days are counted from 1904, as on old Macintoshes, and not from 1900. */
  isFrom1904: boolean;
  /** The parts that hold the texts and the formats of all cells. */
  strings: string | undefined;
  styles: string | undefined;
};

/**
 * Finds what a workbook consists of.
 * @throws SourceError for a packed document that isn't a workbook
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ Part 1, 12.2
 */
export async function openWorkbook(parts: Parts): Promise<Workbook> {
  const start = await relationshipsOf(parts, '');
  const main = start.find(({ kind }) => kind === 'officeDocument')?.part;
  if (!main) throw new SourceError('is a packed document, but no workbook');
  const related = await relationshipsOf(parts, main);
  const sheets: { name: string; part: string }[] = [];
  let isFrom1904 = false;
  const isWanted = ({ name }: { name: string }) =>
    name === 'sheet' || name === 'workbookPr' ? 'whole' : undefined;
  for await (const { element } of elementsOf(parts.text(main), isWanted)) {
    const { attributes } = element;
    if (element.name === 'workbookPr') isFrom1904 = isOn(attributes.date1904);
    else {
      // The two editions of the standard have different namespaces for it.
      const reference = Object.keys(attributes).find((name) => name.endsWith(':id')) ?? '';
      const sheet = related.find(({ id }) => id === attributes[reference]);
      if (sheet?.kind === 'worksheet') {
        sheets.push({ name: attributes.name ?? '', part: sheet.part });
      }
    }
  }
  if (sheets.length === 0) throw new SourceError('is a packed document without sheets of cells');
  const partOf = (kind: string) => related.find((one) => one.kind === kind)?.part;
  return { sheets, isFrom1904, strings: partOf('sharedStrings'), styles: partOf('styles') };
}

/** @see https://www.w3.org/TR/xmlschema-2/#boolean */
const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** A PDF of our own making. */
type MadePdf = {
  /** The lines of each page, a blank one where more room is left; none for a page without text. */
  pages: readonly (readonly string[])[];
  producer?: string;
  /** The number that the first page bears, in roman numerals. */
  romanFrom?: number;
  hasPassword?: boolean;
};

/**
 * Makes a small PDF, with one object after the other and their table.
 * @see https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf
 */
export function madePdf({ pages, producer, romanFrom, hasPassword = false }: MadePdf): Buffer {
  const first = 4;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`);
  const labels = romanFrom ? `/PageLabels << /Nums [0 << /S /r /St ${romanFrom} >>] >>` : '';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${labels} >>`,
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, index) => {
      const content = `BT /F1 12 Tf 14 TL 72 720 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    `<< /Producer (${producer ?? 'A press'}) >>`,
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'0f'.repeat(32)}> /U <${'f0'.repeat(32)}> >>`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  const locked = hasPassword ? `/Encrypt ${objects.length} 0 R /ID [<00> <00>]` : '';
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length - 1} 0 R ${locked} >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

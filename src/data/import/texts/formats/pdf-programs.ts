/**
 * Programs that put recognised letters behind the picture of a page, and libraries whose books are
 * scans, by the names that they leave: `Recoded by LuraDocument PDF v2.28`, `Digitized by the Internet
 * Archive`, `Google Books PDF Converter (rel 3 12/12/14)`, `Adobe Acrobat 9.0 Paper Capture Plug-in`,
 * `Image Server / PDF::API3` (HathiTrust).
 * @see https://archive.org/developers/pdf.html
 * @see https://digitalaladore.wordpress.com/2014/10/03/working-with-pdf/
 */
const OCR = new RegExp(
  [
    'abbyy|finereader|paper capture|capture plug-?in|adobe scan|adobe pdf scan|omnipage|scansoft',
    'readiris|i\\.r\\.i\\.s\\.|tesseract|\\bocr|ocropus|kraken|transkribus|escriptorium|gscan2pdf|naps2',
    'lura ?(?:tech|document)|cvision|pdf ?compressor|lead ?tools|scansnap|kofax|microsoft lens|camscanner',
    'internet archive|google books|digiti[sz]ed by google|hathitrust|image server|jstor|gallica',
  ].join('|'),
  'i',
);

/** Whether a program that a PDF names is one that recognises letters. */
export function isRecognised(info: object): boolean {
  const { Producer, Creator } = info as { Producer?: unknown; Creator?: unknown };
  return OCR.test(`${Producer ?? ''} ${Creator ?? ''}`);
}

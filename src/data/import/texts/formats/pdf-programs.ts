/** Programs that put recognised letters behind the picture of a page, by the names they leave. */
const OCR =
  /abbyy|capture|finereader|internet archive|lead ?tools|luratech|\bocr|omnipage|readiris|tesseract/i;

/** Whether a program that a PDF names is one that recognises letters. */
export function isRecognised(info: object): boolean {
  const { Producer = '', Creator = '' } = info as { Producer?: string; Creator?: string };
  return OCR.test(`${Producer} ${Creator}`);
}

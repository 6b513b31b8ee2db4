import type { Sample } from '../../format.ts';
import { alto } from './alto.ts';
import { hocr } from './hocr.ts';
import { htmlText } from './html-text.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { plainText } from './plain-text.ts';
import type { TextFormat } from './text-format.ts';

/** Every kind of file that texts are read from, in the order in which they are tried. */
const FORMATS: readonly TextFormat[] = [pdf, alto, hocr, htmlText, markdown, plainText];

/** The kind of a file; undefined if none is known. */
export const textFormatOf = (sample: Sample, ending: string): TextFormat | undefined =>
  FORMATS.find((format) => format.recognises(sample, ending));

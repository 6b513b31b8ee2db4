import type { Sample, SourceFile } from '../../format.ts';
import type { SourcePage } from '../spooled-text.ts';

/** A kind of file that holds the text of one document. */
export type TextFormat = {
  /** Whether its files are text, written down in some encoding. */
  isText: boolean;
  /**
   * Whether a file is one.
   * @param ending of its name, in lower case: `txt`
   */
  recognises(sample: Sample, ending: string): boolean;
  /**
   * Its pages; those without text are counted, too.
   * @throws SourceError for a file that can't be read
   */
  read(source: SourceFile): Promise<readonly SourcePage[]>;
};

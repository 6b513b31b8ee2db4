import { UserError } from '../errors.ts';
import { archiveWords } from '../wording/failures.ts';

/** What a person is told who searches only texts where there are none. */
export const holdsNoTexts = (): UserError => new UserError(archiveWords.noTexts);

import { UserError } from '../errors.ts';

/** What a person is told who searches only texts where there are none. */
export const holdsNoTexts = (): UserError =>
  new UserError(
    'This archive holds no texts yet, only records. Leave out `in:` to search the records.',
  );

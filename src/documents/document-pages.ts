import { z } from 'zod';
import { createPages } from '../interactions/paged.ts';
import { PassagesIn, showPassagesIn } from './passages-in.ts';
import { SameTitle, showSameTitle } from './same-title.ts';

const Input = z.union([SameTitle, PassagesIn]);

/** What has pages under a card or in place of one; `/document` owns their buttons. */
export const documentPages = createPages<z.infer<typeof Input>>('document', {
  input: Input,
  show: (input, wanted, services) =>
    'title' in input
      ? showSameTitle(input, wanted, services)
      : showPassagesIn(input, wanted, services),
});

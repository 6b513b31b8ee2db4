import type { Archive } from '../archive.ts';

/** The corpus, and what people have added to it in a server. No id is in both. */
export type Both = { corpus: Archive; added: Archive };

/** Asks both at once. @returns what the corpus answers, and what the additions do */
export const askBoth = <Answer>(
  { corpus, added }: Both,
  ask: (archive: Archive) => Promise<Answer>,
): Promise<[Answer, Answer]> => Promise.all([ask(corpus), ask(added)]);

import { documentWords } from '../wording/documents.ts';

/** A person as Discord shows them; whoever asked to be forgotten has no name any more. */
export const mention = (userId: string | null): string =>
  userId ? `<@${userId}>` : documentWords.someone;

import { formatKind } from '../../../data/corpus/document-kinds.ts';

/**
 * Zotero's types of items by their names in CSL.
 * @see https://aurimasv.github.io/z2csl/typeMap.xml
 */
const CSL_TYPES: Readonly<Record<string, string>> = {
  artwork: 'graphic',
  audioRecording: 'song',
  bill: 'bill',
  blogPost: 'post-weblog',
  book: 'book',
  bookSection: 'chapter',
  case: 'legal_case',
  computerProgram: 'software',
  conferencePaper: 'paper-conference',
  dataset: 'dataset',
  dictionaryEntry: 'entry-dictionary',
  document: 'document',
  email: 'personal_communication',
  encyclopediaArticle: 'entry-encyclopedia',
  film: 'motion_picture',
  forumPost: 'post',
  hearing: 'hearing',
  instantMessage: 'personal_communication',
  interview: 'interview',
  journalArticle: 'article-journal',
  letter: 'personal_communication',
  magazineArticle: 'article-magazine',
  manuscript: 'manuscript',
  map: 'map',
  newspaperArticle: 'article-newspaper',
  patent: 'patent',
  podcast: 'broadcast',
  preprint: 'article',
  presentation: 'speech',
  radioBroadcast: 'broadcast',
  report: 'report',
  standard: 'standard',
  statute: 'legislation',
  thesis: 'thesis',
  tvBroadcast: 'broadcast',
  videoRecording: 'motion_picture',
  webpage: 'webpage',
};

/** CSL's name for a type of item; undefined for one that isn't known here. */
export const cslType = (itemType: string): string | undefined => CSL_TYPES[itemType];

/** CSL has one name for all that is sent. */
const SENT: Readonly<Record<string, string>> = {
  email: 'E-mail',
  instantMessage: 'Instant message',
  letter: 'Letter',
};

/** A type of item in words; null if it says nothing that a reader could use. */
export const describeType = (itemType: string): string | null =>
  SENT[itemType] ?? formatKind(cslType(itemType) ?? '');

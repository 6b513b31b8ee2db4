import { PUBLISHED_KINDS, type Publication } from './publication.ts';

type PublishedKind = Publication['kind'];

/**
 * What bibliographies call kinds of documents, in words, by CSL's names; null if the name says
 * nothing that a reader could use.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
 */
const CSL_KINDS: Readonly<Record<string, string | null>> = {
  article: 'Article',
  'article-journal': 'Journal article',
  'article-magazine': 'Magazine article',
  'article-newspaper': 'Newspaper article',
  bill: 'Bill',
  book: 'Book',
  broadcast: 'Broadcast',
  chapter: 'Book chapter',
  classic: 'Classical work',
  collection: 'Collection',
  dataset: 'Dataset',
  document: null,
  entry: 'Reference entry',
  'entry-dictionary': 'Dictionary entry',
  'entry-encyclopedia': 'Encyclopedia entry',
  figure: 'Figure',
  graphic: 'Graphic work',
  hearing: 'Hearing',
  interview: 'Interview',
  legal_case: 'Legal case',
  legislation: 'Legislation',
  manuscript: 'Manuscript',
  map: 'Map',
  motion_picture: 'Film',
  musical_score: 'Musical score',
  pamphlet: 'Pamphlet',
  'paper-conference': 'Conference paper',
  patent: 'Patent',
  periodical: 'Periodical',
  personal_communication: 'Personal communication',
  post: 'Online post',
  'post-weblog': 'Blog post',
  report: 'Report',
  review: 'Review',
  'review-book': 'Book review',
  software: 'Software',
  song: 'Recording',
  speech: 'Speech',
  standard: 'Standard',
  thesis: 'Thesis',
  treaty: 'Treaty',
  webpage: 'Web page',
};

/**
 * RIS's codes for kinds, by CSL's names.
 * @see https://github.com/zotero/translators/blob/master/RIS.js
 */
const RIS_KINDS: Readonly<Record<string, string>> = {
  ABST: 'article-journal',
  ADVS: 'motion_picture',
  AGGR: 'dataset',
  ANCIENT: 'classic',
  ART: 'graphic',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  CHART: 'figure',
  CLSWK: 'classic',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  CTLG: 'book',
  DATA: 'dataset',
  DBASE: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  FIGURE: 'figure',
  GEN: 'document',
  GOVDOC: 'report',
  GRANT: 'document',
  HEAR: 'hearing',
  ICOMM: 'personal_communication',
  INPR: 'article-journal',
  JFULL: 'periodical',
  JOUR: 'article-journal',
  LEGAL: 'legislation',
  MANSCPT: 'manuscript',
  MAP: 'map',
  MGZN: 'article-magazine',
  MPCT: 'motion_picture',
  MULTI: 'document',
  MUSIC: 'musical_score',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  RPRT: 'report',
  SER: 'book',
  SLIDE: 'speech',
  SOUND: 'song',
  STAND: 'standard',
  STAT: 'legislation',
  THES: 'thesis',
  UNBILL: 'bill',
  UNPB: 'manuscript',
  UNPD: 'manuscript',
  VIDEO: 'motion_picture',
  WEB: 'webpage',
};

/** CSL's name for a code of RIS, or for one of CSL's own; undefined for anything else. */
export const cslKind = (code: string): string | undefined =>
  RIS_KINDS[code] ?? (Object.hasOwn(CSL_KINDS, code) ? code : undefined);

/** A kind in words, of one of CSL's names; null if the name says nothing. */
export const formatKind = (kind: string): string | null => CSL_KINDS[kind] ?? null;

/** Kinds that are cited like another. */
const CITED_LIKE: Readonly<Record<string, PublishedKind>> = {
  article: 'article-journal',
  classic: 'book',
  'entry-dictionary': 'chapter',
  'entry-encyclopedia': 'chapter',
  entry: 'chapter',
  pamphlet: 'book',
  periodical: 'book',
  post: 'webpage',
  'post-weblog': 'webpage',
  review: 'article-journal',
  'review-book': 'article-journal',
};

/** As what kind of publication one of CSL's kinds is cited; undefined for what is unpublished. */
export const publishedKind = (kind: string): PublishedKind | undefined =>
  CITED_LIKE[kind] ?? PUBLISHED_KINDS.find((one) => one === kind);

/**
 * What a record says of its kind, as a reader is to see it: codes of reference managers in words, and
 * left out where they say nothing beside the record's own words.
 */
export function readableKinds(types: readonly string[]): string[] {
  const isCode = (type: string) => /^[A-Z]{3,7}$|[-_]/.test(type) && cslKind(type) !== undefined;
  const own = types.filter((type) => !isCode(type));
  const coded = types.filter(isCode).flatMap((type) => formatKind(cslKind(type) ?? '') ?? []);
  return own.length > 0 ? own : [...new Set(coded)];
}

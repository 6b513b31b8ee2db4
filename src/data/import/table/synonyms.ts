import type { MappedField } from '../format.ts';

/** What columns fill: the fields, and the two ends of a date that is given by both. */
export type Filled = MappedField | 'from' | 'to';

/**
 * Names of columns by the field that they fill, the best first, in lower case with blanks between
 * words. From Dublin Core's terms, Zotero's, Omeka's, Tropy's and ArchivesSpace's exports, and release sheets.
 */
export const SYNONYMS: Readonly<Record<Filled, readonly string[]>> = {
  title: ['title', 'document title', 'doc title', 'item title', 'heading', 'name', 'caption'],
  date: [
    'date',
    'document date',
    'doc date',
    'date of document',
    'date created',
    'created',
    'sender date',
    'sent',
    'date sent',
    'date original',
    'dates',
    'original publication date',
    'publication date',
    'date published',
    'issued',
    'date issued',
    'publication year',
    'year',
  ],
  edtf: ['edtf', 'date edtf', 'date normal', 'normal date'],
  from: ['start', 'start date', 'begin', 'date from', 'sender date from', 'from date'],
  to: ['end', 'end date', 'date to', 'sender date to', 'to date'],
  description: [
    'description',
    'abstract',
    'abstract note',
    'summary',
    'scope and content',
    'content',
    'comments',
    'comment',
    'note',
    'notes',
    'remarks',
  ],
  collection: ['collection', 'collection title', 'series', 'is part of'],
  url: [
    'url',
    'link',
    'permalink',
    'document url',
    'document link',
    'page url',
    'item uri',
    'uri',
    'web link',
    'file link',
    'file url',
    'pdf link',
    'pdf url',
    'source url',
  ],
  creators: [
    'creator',
    'creators',
    'author',
    'authors',
    'sender',
    'from',
    'originator',
    'from name',
  ],
  recipients: ['recipient', 'recipients', 'addressee', 'addressees', 'to', 'to name', 'audience'],
  people: ['people', 'person', 'persons'],
  places: ['places', 'place', 'location', 'sender place', 'origin', 'coverage', 'spatial'],
  subjects: ['subjects', 'subject', 'keywords', 'tags', 'manual tags', 'topics', 'automatic tags'],
  languages: ['languages', 'language'],
  type: ['type', 'document type', 'doc type', 'item type', 'genre', 'format', 'medium'],
  source: [
    'archive',
    'repository',
    'institution',
    'source',
    'publisher',
    'fond',
    'fonds',
    'opis',
    'delo',
    'record group',
    'archive location',
    'loc in archive',
    'box',
    'folder',
    'reel',
  ],
  identifier: [
    'identifier',
    'id',
    'item id',
    'key',
    'record number',
    'record num',
    'record id',
    'document number',
    'doc id',
    'reference',
    'call number',
    'symbol',
    'file num',
    'file number',
    'unit id',
    'file name',
    'filename',
    'file',
    'pdf',
    'pdf name',
    'pdf file',
  ],
  rights: ['rights', 'copyright', 'licence', 'license', 'access rights'],
  text: [
    'text',
    'full text',
    'fulltext',
    'document text',
    'transcription',
    'transcript',
    'ocr text',
    'ocr',
    'extracted text',
  ],
};

/** Fields that have several values, or one made of several columns. */
export const LISTS: ReadonlySet<Filled> = new Set<Filled>([
  'creators',
  'recipients',
  'people',
  'places',
  'subjects',
  'languages',
  'type',
  'source',
  'identifier',
  'rights',
]);

/**
 * A column's name as the synonyms are written: `dc:title`, `Doc_Title`, `docTitle` and a property's
 * address, `http://purl.org/dc/terms/title`, alike.
 */
export const bareName = (name: string): string =>
  name
    .replace(/^https?:\/\/\S*[/#](?=[^\s/#])/, '')
    .replace(/^.*?:(?=\S)/, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

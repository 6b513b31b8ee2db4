import { fromW3cdtf } from '../../../data/dates/encoded.ts';
import { readImprint } from '../../../data/import/bibliography/imprint.ts';
import { paragraphs, withoutMarks } from '../../../data/import/bibliography/prose.ts';
import type { SourceRecord } from '../../../data/import/source-record.ts';
import { fieldOf, type Item } from './item.ts';
import { cslType, describeType } from './item-types.ts';
import type { Collection } from './library.ts';

/** Creators whose part goes without saying, whatever the type of item. */
const MAKERS = [
  'author',
  'artist',
  'director',
  'inventor',
  'presenter',
  'podcaster',
  'programmer',
  'cartographer',
  'performer',
  'interviewee',
  'sponsor',
];

/**
 * An item as a record, by Zotero's own fields: CSL, which it exports, has no tags, no rights, and no
 * dates as they were typed.
 * @param collections the library's, by their keys
 * @see https://api.zotero.org/schema
 */
export function toRecord(item: Item, collections: ReadonlyMap<string, Collection>): SourceRecord {
  const field = (...names: string[]) => fieldOf(item, ...names);
  const { itemType, creators, tags } = item.data;
  const folders = item.data.collections.flatMap((key) => collections.get(key)?.name ?? []);
  const date = field('date', 'dateDecided', 'dateEnacted', 'issueDate');
  const edtf = fromW3cdtf(date);
  const url = field('url') || item.links?.alternate?.href;
  const ofRole = (...roles: string[]) =>
    creators.filter(({ creatorType }) => roles.includes(creatorType)).map(writtenName);
  const type = field(
    'letterType',
    'manuscriptType',
    'reportType',
    'thesisType',
    'genre',
    'websiteType',
    'postType',
    'presentationType',
    'mapType',
    'artworkMedium',
    'audioRecordingFormat',
    'videoRecordingFormat',
    'interviewMedium',
  );
  const kind = type || describeType(itemType);
  return {
    line: null,
    key: item.key,
    place: `item ${item.key}`,
    title: withoutMarks(field('title', 'caseName', 'nameOfAct', 'subject')),
    date,
    ...(edtf && { edtf }),
    description: paragraphs([
      field('abstractNote'),
      field('extra'),
      folders.length > 0 ? `In Zotero’s collections: ${folders.join('; ')}` : '',
    ]),
    ...(url && { url }),
    creators: creators
      .filter(({ creatorType }) => creatorType !== 'recipient')
      .map((creator) =>
        MAKERS.includes(creator.creatorType)
          ? writtenName(creator)
          : `${writtenName(creator)} (${inWords(creator.creatorType)})`,
      )
      .filter((name) => !name.startsWith(' (')),
    recipients: ofRole('recipient'),
    subjects: tags.map(({ tag }) => tag),
    languages: [field('language')],
    type: kind ? [kind] : [],
    ...readImprint(
      cslType(itemType),
      {
        container: withoutMarks(
          field(
            'publicationTitle',
            'bookTitle',
            'proceedingsTitle',
            'encyclopediaTitle',
            'dictionaryTitle',
            'websiteTitle',
            'blogTitle',
            'forumTitle',
            'seriesTitle',
          ),
        ),
        publisher: field(
          'publisher',
          'institution',
          'university',
          'label',
          'studio',
          'distributor',
          'network',
          'company',
        ),
        place: field('place'),
        edition: field('edition'),
        volume: field('volume'),
        issue: field('issue'),
        pages: field('pages'),
      },
      { places: [], source: [field('archive'), field('archiveLocation'), field('callNumber')] },
    ),
    identifier: [
      item.key,
      ...[
        'DOI',
        'ISBN',
        'ISSN',
        'reportNumber',
        'documentNumber',
        'docketNumber',
        'billNumber',
      ].map((name) => field(name)),
    ].filter(Boolean),
    rights: [field('rights')],
  };
}

type Creator = Item['data']['creators'][number];

/** `Kennan, George F.`, or a name that isn't parted as it stands. */
const writtenName = ({ name, firstName, lastName }: Creator): string =>
  name?.trim() || [lastName?.trim(), firstName?.trim()].filter(Boolean).join(', ');

/** `bookAuthor` as "book author". */
const inWords = (role: string): string =>
  role.replaceAll(/\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);

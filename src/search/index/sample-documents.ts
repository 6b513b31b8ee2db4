import type { Document } from '../../data/corpus/document.ts';

/** Texts in which words are told apart, folded, stemmed, joined and left out in many ways. */
const SAMPLE = [
  'The Soviets’ letters about missiles: Khrushchev’s reply, relational, happily, agreed, 1949-51',
  "L'Humanité, the chargé d'affaires, Łódź, København, Müller, ﬁnance, naïve, ½, ⑴, He Long",
  'Zhou En-lai, Chou Enlai, Viet Nam, Hà Nội, 毛泽东致斯大林, 東京, ソウル, 전두환, Горбачёв, القاهرة',
  'con-\nference, self-\n  government, Anglo-\nJapanese, tele¬\ngram, 1914-\n18, op\u00aden, tele¬graph, Man\u00ad\nchuria, lega- tion, pre- and',
  'U. S. S. R., U.S.S.R., U. S., A. J. P. Taylor',
  'An undated note of what was said by whom, to whom and in which of the rooms.',
];

const sampleDocument = (text: string, number: number): Document => ({
  id: `sample-${number}`,
  title: text.slice(0, 40),
  date: {
    text: '16 October 1962',
    edtf: '1962-10-16',
    start: '1962-10-16',
    end: '1962-10-16',
    precision: 'day',
    approximate: false,
    uncertain: false,
    inferred: false,
  },
  description: text,
  collection: 'Sample',
  url:
    number === 0
      ? 'https://dx.doi.org/10.1000/ABC'
      : `HTTPS://www.Example.org:443/${number}%7e/?b=2&utm_source=x&a=%c3%a9#top`,
  creators: ['Creator, A.'],
  recipients: ['Recipient, B.'],
  people: ['Person, C.'],
  places: ['Place'],
  subjects: ['Subject'],
  languages: ['English'],
  type: ['letter'],
  source: ['Box 1A, Folder 02'],
  identifier: ['No. 2', 'frus1861/d12'],
  rights: null,
  publication: { kind: 'book', container: 'Container', publisher: 'Publisher' },
});

/** Documents that show by what becomes of them how documents are indexed. */
export const sampleDocuments = (): Document[] => SAMPLE.map(sampleDocument);

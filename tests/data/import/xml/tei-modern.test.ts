import { expect, test } from 'vitest';
import { referenceIn } from '../../../../src/data/import/xml/source-note.ts';
import { foundIn } from '../../../support/found.ts';

/** A volume as those of the later twentieth century are: a list of persons, and notes in the heads. */
const volume = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus9">
<teiHeader><fileDesc><titleStmt><title type="complete">A Volume</title></titleStmt></fileDesc></teiHeader>
<text><front><div type="section" xml:id="persons"><head>Persons</head><list>
<item><persName xml:id="p_KNS1">Khrushchev, Nikita S.,</persName> Chairman</item>
<item><hi><persName xml:id="p_TLE1">Thompson, Llewellyn E.</persName></hi>, Ambassador</item>
</list></div></front><body><div type="compilation"><head>Berlin</head>
<div type="document" xml:id="d12" n="12" subtype="historical-document">
<head>12. Telegram From <gloss type="from">the Embassy in the Soviet Union</gloss> to <gloss type="to">the Department of State</gloss><note n="1" type="source">Source: Department of State, Central Files, 611.61/1–2062. Secret; Priority. Drafted by <persName corresp="#p_NOT1">Nobody</persName>.</note></head>
<opener><dateline><placeName>Moscow</placeName>, <date when="1962-01-20">January 20, 1962, 4 p.m.</date></dateline></opener>
<p>Today <persName corresp="#p_KNS1">Khrushchev</persName> saw <persName corresp="#p_TLE1">me</persName> and <persName corresp="#p_GONE">Jones</persName>.</p></div>
</div></body></text></TEI>`;

test('a volume of the later twentieth century gives archive, offices and full names', async () => {
  const { records } = await foundIn(volume);
  expect(records).toMatchObject([
    {
      title: 'Telegram From the Embassy in the Soviet Union to the Department of State',
      creators: ['the Embassy in the Soviet Union'],
      recipients: ['the Department of State'],
      people: ['Khrushchev, Nikita S.', 'Thompson, Llewellyn E.', 'Jones'],
      source: ['Department of State, Central Files, 611.61/1–2062'],
      date: 'January 20, 1962, 4 p.m.',
      edtf: '1962-01-20',
    },
  ]);
});

test.each([
  [
    'Source: National Archives, RG 59, Central Files 1967–69, POL 27 VIET S. Top Secret; Nodis.',
    'National Archives, RG 59, Central Files 1967–69, POL 27 VIET S',
  ],
  [
    'Source: Kennedy Library, National Security Files, U.S.S.R., Vol. III. No classification marking. A copy is attached.',
    'Kennedy Library, National Security Files, U.S.S.R., Vol. III',
  ],
  [
    '[Source: Library of Congress, Papers of W. Averell Harriman.]',
    'Library of Congress, Papers of W. Averell Harriman',
  ],
  ['711.94/1530', '711.94/1530'],
])('the reference in %j', (note, reference) => {
  expect(referenceIn(note)).toBe(reference);
});

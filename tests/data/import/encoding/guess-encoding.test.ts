import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../../../src/data/corpus/corpus.ts';
import { importFiles } from '../../../../src/data/import/import-files.ts';
import { sourceOf } from '../../../../src/data/import/source-file.ts';

/** Titles of small listings, in the encodings that older programs save them in. */
const LISTINGS: readonly [string, string, readonly string[]][] = [
  [
    'French',
    "Dépêche de l'ambassadeur à Séoul|Rapport sur l’élection du président|Détails reçus de Genève",
    ['windows-1252', 'macroman'],
  ],
  [
    'German',
    'Bericht über Verhandlungen in München|Schreiben an Fürst Bülow|Größere Unruhen, Maßnahmen',
    ['windows-1252', 'macroman'],
  ],
  [
    'Spanish',
    'Carta de José Martí|Informe del señor Núñez sobre Panamá|¿Qué ocurrió en Asunción?',
    ['windows-1252', 'macroman'],
  ],
  [
    'Portuguese',
    'Ofício do cônsul em São Paulo|Informação sobre a situação|Correspondência não oficial',
    ['windows-1252', 'macroman'],
  ],
  [
    'Swedish',
    'Brev från ambassadören i Köpenhamn|Åtgärder för Östersjön|Möte på ön',
    ['windows-1252', 'macroman'],
  ],
  [
    'English',
    'Letter on the “open door”|China’s reply — a note|Telegram from Séoul',
    ['windows-1252', 'macroman'],
  ],
  [
    'Polish',
    'List z Łodzi do księdza Świętosławskiego|Depesza Władysława Zamoyskiego|Późniejsze źródła',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'Czech',
    'Dopis Masaryka Benešovi|Zpráva o jednání v Paříži a žádost o přijetí|Záznam rozhovoru s Dubčekem',
    ['windows-1250'],
  ],
  [
    'Hungarian',
    'Jelentés a felkelésről és a szovjet csapatok érkezéséről|Nagy Imre beszéde az ülésen|Őszinte levél',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'Russian',
    'Телеграмма посла в Пекине|Письмо Сталина Мао Цзэдуну|Ответ на просьбу',
    ['windows-1251', 'koi8-r', 'iso-8859-5'],
  ],
  [
    'Ukrainian',
    'Лист Грушевського до Винниченка|Повідомлення з Києва про її становище|Договір',
    ['windows-1251'],
  ],
  [
    'English with Russian names',
    'Telegram from Пекин|Letter to Сталину|Answer',
    ['windows-1251', 'koi8-r'],
  ],
  ['Greek', 'Επιστολή του Βενιζέλου|Τηλεγράφημα από την Αθήνα|Για τη Σμύρνη', ['windows-1253']],
  [
    'Turkish',
    "İsmet İnönü'nün mektubu|Dışişleri Bakanlığı'nın görüşü|Ankara'da görüşme",
    ['windows-1254'],
  ],
  ['Chinese', '毛泽东致斯大林电|周恩来与罗申谈话记录|关于出兵朝鲜问题', ['gb18030', 'gbk']],
  ['English with Chinese names', '毛泽东 to Stalin|Zhou Enlai 周恩来|Note', ['gb18030']],
  ['Chinese of Taiwan', '蔣介石致羅斯福電|宋子文電報|國民政府外交部', ['big5']],
  [
    'Japanese',
    '外務大臣から駐米大使への電報|日米交渉について|東郷大臣の回答',
    ['shift-jis', 'euc-jp'],
  ],
  ['Korean', '이승만 대통령의 서한|주미대사의 전보와 한국 정부의 입장|회담', ['euc-kr']],
];
const cases = LISTINGS.flatMap(([language, titles, encodings]) =>
  encodings.map((encoding) => ({ language, encoding, titles: titles.split('|') })),
);
const tableOf = (titles: readonly string[]) =>
  `title,date\n${titles.map((title, at) => `"${title}",190${at}-03-01\n`).join('')}`;

async function imported(content: Uint8Array, encoding: string | null = null) {
  const folder = await mkdtemp(join(tmpdir(), 'encoding-'));
  const [path, out] = [join(folder, 'listing.csv'), join(folder, 'corpus.jsonl')];
  await writeFile(path, content);
  const { report } = await importFiles({ paths: [path], out, collection: null, encoding });
  const { documents } = await loadCorpus([out]);
  return { titles: documents.map(({ title }) => title), notes: report.notes.join('\n') };
}

describe('an encoding is recognised, and said to be a guess', () => {
  test.each(cases)('$language in $encoding', async ({ encoding, titles }) => {
    const read = await imported(iconv.encode(tableOf(titles), encoding));
    expect(read.titles).toEqual(titles);
    expect(read.notes).toContain('--encoding');
  });

  test('not for UTF-8, nor for what was named', async () => {
    const titles = ['Письмо Сталина', '毛泽东致斯大林电'];
    expect(await imported(Buffer.from(tableOf(titles)))).toMatchObject({
      titles,
      notes: expect.not.stringContaining('--encoding'),
    });
    const inDos = iconv.encode(tableOf(['Письмо Сталина']), 'cp866');
    expect(await imported(inDos, 'cp866')).toMatchObject({
      titles: ['Письмо Сталина'],
      notes: expect.not.stringContaining('--encoding'),
    });
  });

  test('where a named one does not fit, that is said', async () => {
    const { notes } = await imported(
      iconv.encode(tableOf(['Zürich']), 'windows-1252'),
      'shift-jis',
    );
    expect(notes).toMatch(/can't be read as shift-jis/);
  });
});

test('what is declared goes before a guess, and UTF-8 before what is declared', async () => {
  const declared = (text: string) => `<?xml version="1.0" encoding="windows-1257"?><a>${text}</a>`;
  const baltic = await sourceOf('x', iconv.encode(declared('Žemaitė'), 'windows-1257'));
  expect(baltic.encoding).toEqual({ name: 'windows-1257', isGuess: false });
  expect(baltic.sample.text).toContain('Žemaitė');
  const converted = await sourceOf('x', declared('Žemaitė'));
  expect(converted.encoding).toEqual({ name: 'utf-8', isGuess: false });
  const bibtex = iconv.encode('% Encoding: Cp1250\n@misc{a, title={Łódź}}', 'windows-1250');
  expect((await sourceOf('x', bibtex)).sample.text).toContain('Łódź');
});

test('any bytes have an encoding that can be read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { encoding } = await sourceOf('x', bytes);
      expect(iconv.encodingExists(encoding.name)).toBe(true);
    }),
  );
});

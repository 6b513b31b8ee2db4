import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMiniSearchEngine } from '../../src/search/minisearch/engine.ts';
import { loadNames } from '../../src/search/names/authority.ts';
import { slavicKeys } from '../../src/search/names/sound-key.ts';
import { toPinyin, toWadeGiles } from '../../src/search/names/wade-giles.ts';
import { aDocument } from '../support/documents.ts';
import { aQuery, found, ids, marked } from './queries.ts';

const over = (titles: Record<string, string>, names = loadNames()) =>
  createMiniSearchEngine(
    Object.entries(titles).map(([id, title]) => aDocument({ id, title })),
    names,
  );

const modern = over({
  zhou: 'Zhou Enlai to Stalin',
  chiang: 'Message of Chiang Kai-shek',
  mao: 'Talk with Mao Zedong',
  khrushchev: 'Khrushchev in New York',
  beijing: 'Embassy in Beijing',
  kim: 'Cable of Kim Il-sung',
  ho: 'Visit of Ho Chi Minh',
  gorbachev: 'Mikhail Gorbachev speaks',
  li: 'Li Xiannian on trade',
  bo: 'Bo Yibo on steel',
  zhang: 'Zhang Hanfu on borders',
  jiang: 'Jiang Qing on opera',
  sang: 'A song is sang by the maoists',
});

describe('names in other spellings', () => {
  test.each([
    ['Chou En-lai', 'zhou'],
    ['周恩来', 'zhou'],
    ['Jiang Jieshi', 'chiang'],
    ['Tschiang', 'chiang'],
    ['Mao Tse-tung', 'mao'],
    ['mao tse tung', 'mao'],
    ['毛泽东', 'mao'],
    ['Khrushchov', 'khrushchev'],
    ['Chruschtschow', 'khrushchev'],
    ['Хрущёв', 'khrushchev'],
    ['Peking', 'beijing'],
    ['Kim Il-song', 'kim'],
    ['Ho Chi-minh', 'ho'],
    ['Mihail Gorbatschow', 'gorbachev'],
    ['Горбачёв', 'gorbachev'],
    ['Li Hsien-nien', 'li'],
    ['Po I-po', 'bo'],
    ['Chang Han-fu', 'zhang'],
    ["Chiang Ch'ing", 'jiang'],
  ])('%s finds %s, and nothing is called a slip', async (typed, id) => {
    const page = await modern.search(aQuery(typed));
    expect(page.hits[0]?.document.id).toBe(id);
    expect(page).toMatchObject({ corrections: [], unknown: [] });
    expect(marked(page.hits[0]?.snippet ?? []).length).toBeGreaterThan(0);
  });

  test('are found the other way about', async () => {
    const old = over({
      zhou: 'Chou En-lai to Stalin',
      mao: 'Talk with Mao Tse-tung',
      li: 'Li Hsien-nien on trade',
      peking: 'Embassy in Peking',
      gorbachev: 'Gorbatschow spricht',
    });
    expect(await found(old, 'Zhou Enlai')).toEqual(['zhou']);
    expect(await found(old, 'Mao Zedong')).toEqual(['mao']);
    expect(await found(old, 'Li Xiannian')).toEqual(['li']);
    expect(await found(old, 'Beijing')).toEqual(['peking']);
    expect(await found(old, 'Gorbachev')).toEqual(['gorbachev']);
  });

  test('that sound alike are all found, also where the corpus has the one typed', async () => {
    const engine = over({
      en: 'Zhdanov on culture',
      de: 'Schdanow und die Kultur',
      ru: 'Жданов о культуре',
      other: 'Zhukov on war',
    });
    for (const typed of ['Zhdanov', 'Schdanow', 'Жданов']) {
      expect((await found(engine, typed)).toSorted(), typed).toEqual(['de', 'en', 'ru']);
    }
  });

  test.each([
    ['Chicherin', 'Tschitscherin an Rathenau'],
    ['Kaganovich', 'Kaganowitsch spricht'],
    ['Grechko', 'Gretschko und der Pakt'],
    ['Yudenich', 'Judenitsch vor Petrograd'],
    ['Kosygin', 'Kossygin in Hanoi'],
    ['Gerasimov', 'Guerassimov à Paris'],
    ['上海', 'The consul at Shanghai'],
    ['袁世凯', 'Yuan Shih-k’ai to the Senate'],
    ['袁世凱', 'Yuan Shikai to the Senate'],
    ['北京', 'The siege of Peking'],
    ['Jiangxi', 'Rising in Kiangsi'],
    ['Kiangsi', 'Rising in Jiangxi'],
    ['Viet Nam', 'The war in Vietnam'],
    ['Hà Nội', 'Bombs on Hanoi'],
    ['Dienbienphu', 'The fall of Dien Bien Phu'],
    ['Salonica', 'Consul at Thessaloniki'],
    ['Zambia', 'Copper of Northern Rhodesia'],
    ['Allenstein', 'Plebiscite in Olsztyn'],
    ['天津', 'Concession at Tientsin'],
    ['Paotow', 'The railway to Baotou'],
    ['Baotou', 'The railway to Pao-t‘ou'],
    ['Faisal', 'King Faysal'],
    ['Djemal Pasha', 'Cemal Paşa in Syria'],
    ['Gamal Salem', 'Jamal Salim in Cairo'],
    ['Sigemitu', 'Shigemitsu signs'],
    ['Pak Hon-yong', 'Park Heon-yeong in Pyongyang'],
    ['전두환', 'Chun Doo-hwan takes power'],
    ['Kim Young-sam', '김영삼'],
    ['Hu Shih', '胡適'],
    ['Yuan Shikai', '袁世凱'],
    ['Ho Lung', 'He Long commands'],
    ['Nhatrang', 'The base at Nha Trang'],
    ['Lord Beaconsfield', 'Benjamin Disraeli'],
    ['Talleyrand', 'The Prince of Benevento'],
    ['Sołżenicyn', 'Solzhenitsyn is exiled'],
  ])('%s finds %s', async (typed, title) => {
    expect(await found(over({ it: title, other: 'Nothing of the kind' }), typed)).toEqual(['it']);
  });

  test('are told of, and left out where one asks for it or puts them in quotes', async () => {
    const page = await modern.search(aQuery('Chou En-lai'));
    expect(page.otherNames).toEqual(['Zhou Enlai']);
    const typed = await modern.search(aQuery('Peking', { expandsNames: false }));
    expect(typed).toMatchObject({ total: 0, otherNames: [] });
    expect(await modern.search(aQuery('"Peking"'))).toMatchObject({ total: 0, otherNames: [] });
  });

  test('rank with the name as it was typed', async () => {
    const both = over({ a: 'Peking and its walls', b: 'Beijing', c: 'Beijing, Peking, Beijing' });
    expect((await found(both, 'Peking walls'))[0]).toBe('a');
    expect((await found(both, 'Peking')).toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('are not looked for in a word of a longer one', async () => {
    const engine = over({ lord: 'Gascoyne-Cecil, Robert', town: 'Riots in Harare' });
    expect(await found(engine, 'Lord Salisbury')).toEqual(['lord']);
    expect(await found(engine, 'Salisbury')).toEqual(['town']);
  });

  test('are other names only: Jamil is not Jamal, Kiangsi not Kwangsi', async () => {
    const engine = over({ jamal: 'Jamal Mardam', kwangsi: 'Rising in Kwangsi', high: 'Highspeed' });
    for (const typed of ['Jamil', 'Kiangsi', 'high speed', 'loan', 'Montes', 'to need']) {
      expect((await engine.search(aQuery(typed))).otherNames, typed).toEqual([]);
    }
  });

  test('never join what only looks like a name', async () => {
    for (const text of [
      'long can pass',
      'he she men',
      'China',
      'Sangster',
      'sung',
      'begin',
      'civilian',
    ]) {
      expect((await modern.search(aQuery(text))).otherNames, text).toEqual([]);
    }
  });
});

describe('syllables of a name that the corpus lacks', () => {
  const engine = over({ bloc: 'Settlement en bloc', kim: 'Kim Philby', lai: 'Lai, a family name' });

  test('find nothing by themselves, its longer words do', async () => {
    expect(await found(engine, 'Chou En-lai')).toEqual(['lai']);
    expect(await found(engine, 'Kim Il-sung')).toEqual(['kim']);
  });

  test('are words like any other where they are no part of a name, or exactly meant', async () => {
    expect(await found(engine, 'en bloc')).toEqual(['bloc']);
    expect(await found(engine, 'Chou "en"')).toEqual(['bloc']);
    const asTyped = await engine.search(aQuery('Chou En-lai', { expandsNames: false }));
    expect(ids(asTyped).toSorted()).toEqual(['bloc', 'lai']);
  });
});

describe('names in fields', () => {
  const engine = createMiniSearchEngine(
    [
      aDocument({ id: 'in', title: 'Report', places: ['Beijing'] }),
      aDocument({ id: 'at', title: 'Note on Beijing' }),
      aDocument({ id: 'by', title: 'Letter', people: ['Khrushchev, Nikita'] }),
    ],
    loadNames(),
  );

  test('are found in every spelling in their field, and told of', async () => {
    const page = await engine.search(aQuery('place:Peking'));
    expect(ids(page)).toEqual(['in']);
    expect(page.otherNames).toEqual(['Beijing']);
    expect(await found(engine, 'person:Khrushchov')).toEqual(['by']);
  });

  test('are as typed in quotes, and where one asks for it', async () => {
    expect(await found(engine, 'place:"Peking"')).toEqual([]);
    const page = await engine.search(aQuery('place:Peking', { expandsNames: false }));
    expect(page.total).toBe(0);
  });
});

describe('a team’s own names', () => {
  const file = async (text: string) => {
    const path = join(await mkdtemp(join(tmpdir(), 'names-')), 'names.csv');
    await writeFile(path, text);
    return path;
  };

  test('are read with or without a head, in quotes or not', async () => {
    const path = await file('name,variants\n"Bohlen, Charles",Chip Bohlen;Bolen\nA;B\nalone\n');
    expect(loadNames(path).slice(0, 3)).toEqual([
      ['Bohlen, Charles', 'Chip Bohlen', 'Bolen'],
      ['A', 'B'],
      loadNames()[0],
    ]);
    const engine = over({ a: 'Letter of Charles Bohlen' }, loadNames(path));
    expect(await found(engine, 'Bolen')).toEqual(['a']);
  });

  test('that can’t be read are named with the reason', async () => {
    const path = await file('"open\n');
    expect(() => loadNames(path)).toThrow(/The names in .*names\.csv can’t be read: .*Quote/);
    expect(() => loadNames('/nowhere.csv')).toThrow(/there is no such file/);
  });
});

test('every syllable has one spelling in Wade-Giles, and comes back from it', () => {
  expect(toWadeGiles.size).toBeGreaterThan(390);
  for (const [pinyin, wade] of toWadeGiles) expect(toPinyin.get(wade)).toContain(pinyin);
  // From the Library of Congress's tables.
  const known = { zhe: 'che', qing: 'ching', xie: 'hsieh', ri: 'jih', zi: 'tzu', si: 'ssu' };
  const more = { gui: 'kuei', yan: 'yen', you: 'yu', yue: 'yueh', dong: 'tung', xiong: 'hsiung' };
  for (const [pinyin, wade] of Object.entries({ ...known, ...more })) {
    expect(toWadeGiles.get(pinyin)).toBe(wade);
  }
});

test.each([
  ['Khrushchev', 'Chruschtschow', 'Khrouchtchev', 'Хрущёв'],
  ['Zhukov', 'Schukow', 'Joukov', 'Жуков'],
  ['Gorchakov', 'Gortchakoff', 'Gortschakow', 'Горчаков'],
  ['Mikoyan', 'Mikojan', 'Микоян'],
  ['Zhukov', 'Żukow', 'Zukow'],
  ['Dubchek', 'Dubček', 'Dubcek'],
])('%s sounds like %s', (name, ...others) => {
  const keys = new Set(slavicKeys(name.toLowerCase()));
  for (const other of others) {
    expect(
      slavicKeys(other.toLowerCase()).some((key) => keys.has(key)),
      other,
    ).toBe(true);
  }
  expect(slavicKeys('zhou')).toEqual([]);
});

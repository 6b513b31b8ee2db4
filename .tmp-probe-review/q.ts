import { compare } from '../src/search/quotation/compare.ts';
import { joinPages } from '../src/search/quotation/compared-text.ts';
import { readQuotation } from '../src/search/quotation/read-quotation.ts';

const pad =
  'The weather in the capital was fine during the whole week and many people went out to the river. ';
const t = (q: string, p: string, kind: any = 'edition') => {
  const text = joinPages([
    { id: 'x', page: 1, label: null, text: pad + p + '. ' + pad, kind, url: null },
  ]);
  const r = compare(readQuotation(q), text);
  console.log(
    r ? r.verdict : 'NOT FOUND',
    '|',
    q,
    '|',
    p,
    '|',
    r ? JSON.stringify(r.differences) : '',
  );
};
t('He was sent to York New by them', 'He was sent to New York by them');
t('It was in 1935 that he did so', 'It was in 1934 that he did so');
t('The York New office was theirs', 'The New York office was theirs');
t('He was to have it by 12 June', 'He was to have it by 13 June');
t('There were 500 of them in all', 'There were 600 of them in all');
t('We do want it to be so', 'We do not want it to be so');
t('I will not be there at 5', 'I will not be there at 6');
t('there were 10 000 men in the field', 'there were 10,000 men in the field');
t('I would have been there', 'I would not have been there');
t('what I have done I have done', 'what I have done I have not done');
t(
  'The United States will never sign the treaty with Japan',
  'The United States will sign the treaty with France',
);
t(
  'The American Government is determined to invade Canada and annex Quebec before the end of the year',
  'The American Government is determined to protect its citizens and property before the end of the year',
);
t(
  '“They fear lives and property of the Americans”',
  'They fear that lives and property of Americans',
);
t('[T]he Kearsarge has been ordered there', 'The Kearsarge has been ordered there');
t('t[he] Kearsarge has been order[ed] there', 'The Kearsarge has been ordered there');
t(
  'the treaty … … … was signed by them all then',
  'the treaty of peace was signed by them all then',
);
t(
  'co-operation between the two governments is needed',
  'cooperation between the two governments is needed',
);
t('the émigré Straße naïve cœur of him', 'the emigre Strasse naive coeur of him');
t('不在这里的中国人民解放军', '不在这里的中国人民解放军');
t('Соглашение было подписано всеми сторонами', 'Соглашение было подписано всѣми сторонами');
t('one hundred and five men were sent', '105 men were sent');

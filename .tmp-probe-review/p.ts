import { compare } from '../src/search/quotation/compare.ts';
import { joinPages } from '../src/search/quotation/compared-text.ts';
import { readQuotation } from '../src/search/quotation/read-quotation.ts';

const t = (label: string, q: string, pages: string[], kind: any = 'edition') => {
  const text = joinPages(
    pages.map((text, i) => ({ id: 'x', page: i + 1, label: null, text, kind, url: null })),
  );
  const r = compare(readQuotation(q), text);
  console.log(
    label,
    '=>',
    r ? r.verdict : null,
    r ? JSON.stringify(r.pieces) : '',
    r?.spellings.length || r?.misreadings.length
      ? JSON.stringify([r?.spellings, r?.misreadings])
      : '',
  );
};
const pad =
  'The weather in the capital was fine during the whole week and many people went out to the river. ';
t('bracket swallows not', 'The Minister did [indeed] agree to the terms of the treaty', [
  pad + 'The Minister did not agree to the terms of the treaty. ' + pad,
]);
t('bracket swallows 6 words', 'The Minister [Smith] agreed to the terms of the treaty', [
  pad +
    'The Minister under no circumstances whatever would have agreed to the terms of the treaty. ' +
    pad,
]);
t('ellipsis swallows not', 'The Minister did … agree to the terms of the treaty', [
  pad + 'The Minister did not agree to the terms of the treaty. ' + pad,
]);
t(
  'ocr pagebreak not',
  'He said that the treaty was signed by all of the parties present',
  [pad + 'He said that the treaty was not', 'signed by all of the parties present. ' + pad],
  'ocr',
);
t(
  'ocr pagebreak 15 words',
  'He said that the treaty was signed by all of the parties present',
  [
    pad +
      'He said that the treaty was opposed by the king and by the whole of his council and never',
    'signed by all of the parties present. ' + pad,
  ],
  'ocr',
);
t('edition pagebreak not', 'He said that the treaty was signed by all of the parties present', [
  pad + 'He said that the treaty was not',
  'signed by all of the parties present. ' + pad,
]);
t(
  'mixed kinds',
  'He said that the treaty was signed by all of the parties present',
  [pad + 'He said that the treaty was not', 'signed by all of the parties present. ' + pad],
  'transcript',
);
t(
  'ocr notable',
  'we found that he was not able in the affairs of the state',
  [pad + 'we found that he was notable in the affairs of the state. ' + pad],
  'ocr',
);
t('were/we’re', 'It is certain that were going to the capital of the country', [
  pad + 'It is certain that we’re going to the capital of the country. ' + pad,
]);
t(
  'numbered para at end',
  'The battle began at dawn and lasted all day long. The survivors were taken to the river',
  [
    pad +
      'The battle began at dawn and lasted all day long.\n\n12 men were killed by the rebels in that hour',
    'The survivors were taken to the river. ' + pad,
  ],
);
t('unmarked amid', 'The Minister said that to the terms of the treaty proposed', [
  pad + 'The Minister said that\n\nhe would not agree',
  'to the terms of the treaty proposed. ' + pad,
]);
t('list para amid', 'The conditions are: peace at all costs and the withdrawal of troops', [
  pad + 'The conditions are:\n\n1 no peace at any price',
  'peace at all costs and the withdrawal of troops. ' + pad,
]);
t('US', 'the commander of the US war ship Marblehead', [
  pad + 'the commander of the U. S. war ship Marblehead, ' + pad,
]);
t('U.S.', 'the commander of the U.S. war ship Marblehead', [
  pad + 'the commander of the U. S. war ship Marblehead, ' + pad,
]);
t('pm', 'he arrived at 4 pm in the harbour', [pad + 'he arrived at 4 p.m. in the harbor. ' + pad]);
t('swapped far', 'the ship sailed to Panama and the army to Bogota', [
  pad + 'the ship sailed to Bogota and the army to Panama. ' + pad,
]);
t('half', 'it cost 21 dollars a head in that year', [
  pad + 'it cost 2½ dollars a head in that year. ' + pad,
]);
t('half2', 'it cost 212 dollars a head in that year', [
  pad + 'it cost 2½ dollars a head in that year. ' + pad,
]);
t('decimal', 'it cost 3.5 million dollars in that year', [
  pad + 'it cost 35 million dollars in that year. ' + pad,
]);
t('minus', 'the temperature was 5 degrees in the morning', [
  pad + 'the temperature was −5 degrees in the morning. ' + pad,
]);
t('10 000', 'there were 10 000 men in the field', [
  pad + 'there were 10,000 men in the field. ' + pad,
]);
t('range', 'in the years 1934-35 the war went on', [
  pad + 'in the years 193435 the war went on. ' + pad,
]);
t('superscript note', 'the treaty was signed1 by all of the parties', [
  pad + 'the treaty was signed¹ by all of the parties. ' + pad,
]);
t('note mark in text', 'the treaty was signed by all of the parties', [
  pad + 'the treaty was signed 1 by all of the parties. ' + pad,
]);
t('footnote [1]', 'the treaty was signed by all of the parties', [
  pad + 'the treaty was signed [1] by all of the parties. ' + pad,
]);
t('[sic] printed', 'the treaty was singed by all of the parties', [
  pad + 'the treaty was singed [sic] by all of the parties. ' + pad,
]);
t('sic italic', 'the treaty was singed [sic] by all of the parties', [
  pad + 'the treaty was singed by all of the parties. ' + pad,
]);
t('unclosed bracket', 'the treaty was [signed by all of the parties', [
  pad + 'the treaty was signed by all of the parties. ' + pad,
]);
t('nested', 'the treaty [of [1934] Paris] was signed by all of the parties', [
  pad + 'the treaty was signed by all of the parties. ' + pad,
]);
t('own ellipsis printed', 'the treaty was signed by all', [
  pad + 'the treaty was … signed by all. ' + pad,
]);
t(
  'ocr figure',
  'in the year 1924 the treaty was signed by all',
  [pad + 'in the year 192l the treaty was signed by all. ' + pad],
  'ocr',
);
t(
  'ocr date',
  'in the year 1921 the treaty was signed by all',
  [pad + 'in the year l92l the treaty was signed by all. ' + pad],
  'ocr',
);
t(
  'ocr now/not',
  'he was now able to sign the treaty of peace',
  [pad + 'he was nol able to sign the treaty of peace. ' + pad],
  'ocr',
);
t(
  'ocr invalid name',
  'General Miller was sent to the front by the president',
  [pad + 'General Muller was sent to the front by the president. ' + pad],
  'ocr',
);
t(
  'ocr name',
  'General Gonzales was sent to the front by the president',
  [pad + 'General Gonzaga was sent to the front by the president. ' + pad],
  'ocr',
);
t('case', 'the polish army was sent to the front', [
  pad + 'The Polish army was sent to the front. ' + pad,
]);
t('crossing', 'The end of the first. And beginning of second text here', [
  pad + 'The end of the first.',
  pad + 'And beginning of second text here',
]);
t('order3', 'the Kearsarge ordered has been to that quarter', [
  pad + 'the Kearsarge has been ordered to that quarter. ' + pad,
]);
t('dup', 'the king of the Argentine Republic was pleased', [
  pad + 'the king of the the Argentine Republic was pleased. ' + pad,
]);

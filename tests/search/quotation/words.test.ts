import { describe, expect, test } from 'vitest';
import { readComparedWords } from '../../../src/search/quotation/compared-words.ts';
import { matterOf } from '../../../src/search/quotation/matter.ts';
import { createMisreadings } from '../../../src/search/quotation/misreadings.ts';
import { modernSpelling } from '../../../src/search/quotation/spelling-variants.ts';

const pairs = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('/'));

describe('spellings', () => {
  test.for(
    pairs(`honour/honor labourers/laborers organisation/organization recognised/recognized
      analysed/analyzed centre/center fibre/fiber travelled/traveled counsellor/counselor
      defence/defense encyclopaedia/encyclopedia mediaeval/medieval connexion/connection
      plough/plow grey/gray programme/program judgement/judgment colourised/colorized
      despatch/dispatch skilful/skillful fulfilment/fulfillment equalled/equaled`),
  )('of one word count as the same: %s, %s', ([british = '', american = '']) => {
    expect(modernSpelling(british)).toBe(modernSpelling(american));
  });

  test.for(
    pairs(`four/for your/yor filled/filed hoarse/horse since/sinse advice/advise fence/fense
      shoe/she does/des price/prise council/counsel device/devise boom/bom there/theer`),
  )('of two words stay two: %s, %s', ([one = '', other = '']) => {
    expect(modernSpelling(one)).not.toBe(modernSpelling(other));
  });
});

describe('a difference concerns', () => {
  test.for([
    ['not', '', 'negation'],
    ['', 'never', 'negation'],
    ['could', 'couldn’t', 'negation'],
    ['able', 'unable', 'negation'],
    ['illegal', 'legal', 'negation'],
    ['do not', 'don’t', 'words'],
    ['1946', '1948', 'figure'],
    ['three', 'four', 'figure'],
    ['June', 'July', 'figure'],
    ['$5', '£5', 'figure'],
    ['on 5 May', 'in 5 May', 'words'],
    ['King', 'Queen', 'words'],
  ])('“%s” quoted as “%s”: %s', ([printed = '', quoted = '', matter]) => {
    expect(matterOf(printed, quoted)).toBe(matter);
  });
});

describe('of what a machine read', () => {
  const isMisread = (meant: string, read: string) => {
    const [quoted, printed] = [readComparedWords(meant)[0], readComparedWords(read)[0]];
    return quoted && printed && createMisreadings()(quoted, printed);
  };

  test.for(
    pairs(`government/govemment the/tlie minister/rninister such/fuch Congress/Congrefs
      declared/dec1ared 1946/l946 1900/19OO Khrushchev/Khruslichev negotiations/negotiatlons`),
  )('%s is likely misread as %s', ([meant = '', read = '']) => {
    expect(isMisread(meant, read)).toBe(true);
  });

  test.for(
    pairs(`1946/1948 1,200/1,300 not/now fight/sight war/was legal/regal unable/enable
      government/governor Monday/Sunday form/from`),
  )('%s isn’t misread as %s: both are words, or figures', ([meant = '', read = '']) => {
    expect(isMisread(meant, read)).toBe(false);
  });
});

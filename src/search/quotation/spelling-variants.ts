import { isCommonWord } from '../text/common-words.ts';

/**
 * How British spelling differs from American by rule.
 * @see https://en.wikipedia.org/wiki/American_and_British_English_spelling_differences
 */
const RULES: readonly [british: RegExp, american: string][] = [
  [/our(?=$|s$|ed$|ing|abl[ey]|ful|i[stz]|less|er|hood|ly|al)/, 'or'],
  [/(?<=[a-z]{2}[iy])s(?=e$|ed$|es$|er|ing|ation|able)/, 'z'],
  [/(?<=[bcdghtpv])re(?=$|s$|d$)/, 'er'],
  [/(?<=[ln])ogue(?=$|s$|d$)/, 'og'],
  [/(?<=[aeiou][^aeiou]*[aeiou])l(?=l(?:ed|ing|ers?|ors?|ous|est|ity)$)/, ''],
  [/(?<=[aeiou])l(?=ful|ment)/, 'll'],
  [/(?<=[fpstr]en)c(?=e$|es$|eless$|ed$|ing$)/, 's'],
  [/[ao]e(?=[a-z]{3})/, 'e'],
  [/x(?=ions?$)/, 'ct'],
  [/ough(?=$|s$|ed$|ing$)/, 'ow'],
  [/(?<=dg)e(?=ment)/, ''],
  [/amme(?=$|s$)/, 'am'],
  [/que(?=$|s$)/, 'ck'],
];

/** Both forms of these are known on both sides of the ocean, or follow no rule. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['grey', 'gray'],
  ['greys', 'grays'],
  ['theatre', 'theater'],
  ['theatres', 'theaters'],
  ['centre', 'center'],
  ['centres', 'centers'],
  ['catalogue', 'catalog'],
  ['catalogues', 'catalogs'],
  ['dialogue', 'dialog'],
  ['dialogues', 'dialogs'],
  ['analogue', 'analog'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['judgement', 'judgment'],
  ['judgements', 'judgments'],
  ['acknowledgement', 'acknowledgment'],
  ['acknowledgements', 'acknowledgments'],
  ['practise', 'practice'],
  ['practised', 'practiced'],
  ['practising', 'practicing'],
  ['licence', 'license'],
  ['licences', 'licenses'],
  ['defence', 'defense'],
  ['defences', 'defenses'],
  ['offence', 'offense'],
  ['offences', 'offenses'],
  ['despatch', 'dispatch'],
  ['despatches', 'dispatches'],
  ['despatched', 'dispatched'],
  ['despatching', 'dispatching'],
  ['enquire', 'inquire'],
  ['enquired', 'inquired'],
  ['enquiry', 'inquiry'],
  ['enquiries', 'inquiries'],
  ['gaol', 'jail'],
  ['gaoled', 'jailed'],
  ['towards', 'toward'],
  ['shew', 'show'],
  ['shewn', 'shown'],
  ['shewed', 'showed'],
  ['shewing', 'showing'],
  ['sceptical', 'skeptical'],
  ['sceptic', 'skeptic'],
  ['scepticism', 'skepticism'],
  ['aeroplane', 'airplane'],
  ['aeroplanes', 'airplanes'],
  ['manoeuvre', 'maneuver'],
  ['manoeuvres', 'maneuvers'],
  ['manoeuvred', 'maneuvered'],
  ['manoeuvring', 'maneuvering'],
  ['instalment', 'installment'],
  ['instalments', 'installments'],
  ['fulfil', 'fulfill'],
  ['fulfils', 'fulfills'],
  ['enrol', 'enroll'],
  ['enrols', 'enrolls'],
  ['tyre', 'tire'],
  ['tyres', 'tires'],
  ['ageing', 'aging'],
]);

const LETTERS = /^[a-z]{4,}$/;

/**
 * One spelling for the British and the American one. A rule holds where it makes an American word of
 * what is none: `honour` is `honor`, and `four` stays, though there is a `for`.
 * @param word folded
 */
export function modernSpelling(word: string): string {
  const known = PAIRS.get(word);
  if (known !== undefined) return known;
  if (!LETTERS.test(word)) return word;
  const american = RULES.reduce((spelled, [from, to]) => spelled.replace(from, to), word);
  return american !== word && !isCommonWord(word) && isCommonWord(american) ? american : word;
}

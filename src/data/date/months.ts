/**
 * The months as archives print them in English, French, German and Russian, abbreviations included:
 * lower case, without diacritics. Russian has the form for "in" and the one for "of" a month.
 */
const NAMES: readonly string[] = [
  'january jan janvier janv januar janner jan январь января янв',
  'february feb febr fevrier fevr fev februar февраль февраля февр фев',
  'march mar mars marz mrz март марта мар',
  'april apr avril avr апрель апреля апр',
  'may mai маи мая',
  'june jun juin juni июнь июня июн',
  'july jul juillet juil juli июль июля июл',
  'august aug aout август августа авг',
  'september sept sep septembre septbr сентябрь сентября сент сен',
  'october oct octobre oktober okt октябрь октября окт',
  'november nov novembre novbr ноябрь ноября нояб ноя',
  'december dec decembre dezember dez декабрь декабря дек',
];

const NUMBERS = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** Every name of a month, the long before the short, for an alternation in a pattern. */
export const MONTH_NAMES: string = [...NUMBERS.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|');

/** The month, 1 to 12, of one of these names. */
export const monthNumber = (name: string): number => NUMBERS.get(name) ?? 0;

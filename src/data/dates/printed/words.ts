import { MONTH_NAMES, monthNumber } from '../months.ts';
import { FEAST_DAYS } from './feasts.ts';
import type { Rule } from './rule.ts';

/** A rule for whole words, given as an alternation. */
const words = (alternatives: string, token: string): Rule => [
  new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})\\.?`, 'gu'),
  ` ${token} `,
];

const NTH = '(?:[1-4]|first|second|third|fourth)';

/** Names and words of a printed date, in the languages of archives where they are common. */
export const WORDS: readonly Rule[] = [
  // "Jan.y" and "Sep.r" have a raised letter.
  [/(?<=\p{L}{3})\.(?=[yrt](?!\p{L}))/gu, ''],
  // "Sept[ember]" fills up an abbreviation: nobody doubts the month.
  [/(?<=\p{L})\.?\[(\p{L}+)\]/gu, '$1'],
  // Papers of which only some have a date.
  [/(?<=\d\S*)[\s,;]+(?:(?:and|&)\s+)?(?:some\s+)?undated$/g, ' ? '],
  [/^undated\s+(?:and|&)\s+(?=.*\d)/g, ' ? '],
  [/(?:undated|no date|n\.?\s?d\.|s\.?\s?d\.)[\s,;:]*[[(]?(.+?)[\])]?$/g, '[$1]'],
  // Where both styles are given, neither leaves a doubt.
  [/\(?(?<!\p{L})o\.\s?s\.\)?(?=.*(?<!\p{L})n\.\s?s\.)/gu, ' '],
  [/(?<=(?<!\p{L})n\.\s?s\..*)\(?(?<!\p{L})o\.\s?s\.\)?/gu, ' '],
  [/\[?\(?(?<!\p{L})(?:o\.\s?s\.|old style|ст\. ?ст\.)\)?\]?/gu, ' ? '],
  [/\[?\(?(?<!\p{L})(?:n\.\s?s\.|new style|н\. ?ст\.)\)?\]?/gu, ' '],
  ...FEAST_DAYS,
  [
    new RegExp(`(?<!\\S)(${NTH})\\s+(quarter|half)(?: of)?`, 'g'),
    (_, nth, part) => part + ordinal(nth),
  ],
  [/(?<!\p{L})(?:q|quarter)\s?([1-4])(?!\d)/gu, (_, quarter) => ` S${QUARTERS + Number(quarter)} `],
  [/(?<!\p{L})half\s?([12])(?!\d)/gu, (_, half) => ` S${HALVES + Number(half)} `],
  [
    new RegExp(`(?<!\\p{L})(${MONTH_NAMES})(?!\\p{L})\\.?`, 'gu'),
    (_, name) => ` M${monthNumber(name)} `,
  ],
  words('(?:and|or|und|oder) (?:later|after|spater)|onwards?|ff', '-'),
  words('(?:and|or|und|oder) (?:earlier|before|fruher)', 'DOWN'),
  [/(?:-|(?<!\p{L})(?:to|bis)\s)\s?(?:the )?(?:present|date|now|today|heute)(?!\p{L})/gu, ' - '],
  words('spring|printemps|fruhling|fruhjahr|primavera|весна|весной|весны', 'S21'),
  words('summer|ete|sommer|verano|estate|лето|летом|лета', 'S22'),
  words('autumn|fall|automne|herbst|otono|autunno|осень|осенью|осени', 'S23'),
  words('winter|hiver|invierno|inverno|зима|зимои|зимы', 'S24'),
  words('(?:early|mid|middle|late|beginning|end|start)(?:[-\\s](?:in|of|the))*-?', 'CIRCA'),
  words('начало|начала|середина|середины|конец|конца|debut|fin|mitte|anfang|ende', 'CIRCA'),
  words('circa|cca|ca|approx|approximate(?:ly)?|about|around|estimated|est', 'CIRCA'),
  words('environ|vers|um|etwa|hacia|verso|около|ок|приблизительно', 'CIRCA'),
  [/(?<!\p{L})c\.?(?=\s*[YMDCS[\d])|(?<=\d\s)c\.?$|[~≈]/gu, ' CIRCA '],
  words(
    'probabl[ey]|possibl[ey]|perhaps|maybe|presumabl[ey]|likely|uncertain|предположительно',
    '?',
  ),
  words('inferred|supplied|conjectur(?:al|ed)|assumed', '[ ]'),
  words(
    'not after|not? later than|until|till|up to|through|thru|by|bis|jusqu.(?:a|en|au)',
    'UNTIL',
  ),
  words('не позднее|не позже|по', 'UNTIL'),
  words(
    'not before|not? earlier than|since|from|seit|depuis|desde|ab|не ранее|не раньше|с',
    'SINCE',
  ),
  words('before|earlier than|prior to|pre-?|vor|avant|ante|до', 'BEFORE'),
  words('after|later than|post-?|nach|apres|despues de|dopo|после', 'AFTER'),
  words('between|entre|zwischen|между|tra', 'BETWEEN'),
  words('to|a', '-'),
  words('and|et|und|и|y|e|i', '&'),
  words('or|ou|oder|или|o', '|'),
  words('the|of|in|during|on|dated|year|day|anno|an|annee|(?:in )?the year of our lord', ''),
  words('le|la|de|del|dell.|di|da|do|du|den|der|dem|am|im|vom|van|el|al|il|dne|dnia', ''),
  words('г|гг|год|года|году|годы|р|рр|року|roku|rok|r|j|jahre?n?', ''),
];

/** EDTF's numbers of the first quarter and of the first half of a year, less one. */
const QUARTERS = 32;
const HALVES = 39;

const ordinal = (printed: string): number =>
  ['first', 'second', 'third', 'fourth'].findIndex(
    (word, place) => printed === word || Number(printed) === place + 1,
  ) + 1;

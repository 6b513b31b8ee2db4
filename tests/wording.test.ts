// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the examples are source text
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** What shows something to people on Discord; all that they read stands in `src/wording/`. */
const SHOWING = [
  'src/{cards,commands,daily-post,discord,documents,interactions,mentions,watches}/**/*.ts',
  'src/data/dates/{anniversary,describe,format,format-edtf}.ts',
  'src/search/{no-texts,query/format-query,quotation/read-quotation}.ts',
  'src/search/{minisearch/parts,opensearch/window-limit}.ts',
  'src/{errors,live-additions}.ts',
];

/** What nobody reads on Discord, or what isn't ours to translate, each as `file: text`. */
const NOT_SHOWN: readonly { what: RegExp; why: string }[] = [
  { what: /: (\p{Lu}\p{Ll}+){2,}$/u, why: 'names that Discord’s API has for permissions' },
  { what: /: [/\0][a-z ]*( [a-z]+:\S+)+$/, why: 'commands and queries as they are typed' },
  { what: /interactions\/channels\.ts: (Refused|Discord refuses)/, why: 'an error that is caught' },
  { what: /unanswerable\.ts: latest/, why: 'what questions are read by' },
  { what: /typed-document\.ts: Additions/, why: 'a collection’s name, kept with its documents' },
  {
    what: /discord\/(connect-error|shards|http\/server|http\/start-http-bot)\.ts: /,
    why: 'what whoever runs the bot reads when it starts',
  },
  {
    what: /discord\/(failure|interaction-payload|http\/answer-request)\.ts: An? /,
    why: 'lines of the log',
  },
  { what: /deliver-digest\.ts: What is new/, why: 'a line of the log: the digest is tried again' },
  { what: /discord\/connect\.ts: Guilds|verify\.ts: Ed25519/, why: 'what others call it' },
  { what: /^src\/cards\/chart\/.*: Noto Sans$/, why: 'the name of the font that the bot brings' },
];

/**
 * What is called with words that stay out of Discord: the log, faults of our own, addresses; or that stay
 * as they are: names of commands.
 */
const UNSEEN_CALLS =
  /^(log(ger)?\.\w+|logFailure|(Type|Range)?Error|RegExp|URL|customId|messageCommand)$/;

type Node = { type: string } & Record<string, unknown>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** What stands in place of a blank: it can be a word, and isn't one. */
const BLANK = '\0';

/** Every string that a program can hand on as it is; a template has blanks. */
function stringsIn(node: Node): string[] {
  const { type } = node;
  if (type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (type === 'TemplateLiteral') {
    const quasis = node.quasis as { value: { cooked: string } }[];
    const own = quasis.map(({ value }) => value.cooked).join(BLANK);
    return [own, ...stringsInside(node.expressions)];
  }
  if (type.startsWith('Import') || type === 'SwitchCase' || isComparison(node)) {
    return childrenOf(node).flatMap((child) => (child.type === 'Literal' ? [] : stringsIn(child)));
  }
  if (type === 'Property')
    return stringsInside(node.computed ? [node.key, node.value] : node.value);
  if (type === 'PropertyDefinition') return isName(node) ? [] : stringsInside(node.value);
  if (type === 'MemberExpression') return stringsInside(node.object);
  if (type === 'TSAsExpression' || type === 'TSSatisfiesExpression')
    return stringsInside(node.expression);
  if (type.startsWith('TS') && type !== 'TSNonNullExpression') return [];
  if ((type === 'CallExpression' || type === 'NewExpression') && isNode(node.callee)) {
    if (UNSEEN_CALLS.test(nameOf(node.callee))) return [];
  }
  return childrenOf(node).flatMap(stringsIn);
}

const isComparison = ({ type, operator }: Node): boolean =>
  type === 'BinaryExpression' && operator !== '+';
/** The name of a kind of errors, which stands in the log. */
const isName = ({ key }: Node): boolean => isNode(key) && nameOf(key) === 'name';
const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);
const stringsInside = (value: unknown): string[] =>
  [value].flat().filter(isNode).flatMap(stringsIn);

function nameOf(callee: Node): string {
  if (callee.type === 'Identifier') return String(callee.name);
  if (callee.type !== 'MemberExpression') return '';
  return [callee.object, callee.property]
    .map((part) => (isNode(part) ? nameOf(part) : ''))
    .join('.');
}

const WORD = '\\p{L}{2,}';
/** Two words in a row, one of which may be a blank, or a beginning that is capitalized as a label is. */
const READS_AS_WORDS = new RegExp(
  `${WORD}[,;:]?\\s(${BLANK}|\\p{L})|(${BLANK}|\\p{L})[,;:]?\\s${WORD}|^\\P{L}*\\p{Lu}\\p{Ll}`,
  'u',
);

const wordsIn = (source: string): string[] =>
  stringsIn(parseSync('source.ts', source).program as unknown as Node).filter((text) =>
    READS_AS_WORDS.test(text),
  );

const words = globSync(SHOWING, { cwd: ROOT }).flatMap((file) =>
  wordsIn(readFileSync(join(ROOT, file), 'utf8')).map((text) => `${file}: ${text}`),
);

test('all that people read on Discord stands in the room of words', () => {
  expect(words.filter((one) => !NOT_SHOWN.some(({ what }) => what.test(one)))).toEqual([]);
});

test('what is left out is still there', () => {
  expect(NOT_SHOWN.filter(({ what }) => !words.some((one) => what.test(one)))).toEqual([]);
});

test.each(SHOWING)('%s is there', (files) => {
  expect(globSync(files, { cwd: ROOT })).not.toEqual([]);
});

test.each([
  ["const a = 'This watch has already ended.';", 1],
  ["button('Save', id)", 1],
  ['const more = `and ${count} more`;', 1],
  ['const found = isOne ? `${total} found` : ``;', 1],
  ['const line = `**Undated**: ${total}`;', 1],
  ["throw new UserError('Try a shorter date.');", 1],
  ["const glued = 'Pages are ' + state;", 1],
  ['const both = `${first} · ${second}`;', 0],
  ["log.warn({ err }, 'A card could not be sent.');", 0],
  ["if (kind === 'left out') post('archive', `user:${id}`);", 0],
  ["type Verdict = 'Exact' | 'nearly so'; const rows = { 'left out': 1 };", 0],
  ["class Refused extends Error { override name = 'Refused'; }", 0],
  ["import { a } from './Some file.ts';", 0],
])('%s has %i of them', (source, number) => {
  expect(wordsIn(source)).toHaveLength(number);
});

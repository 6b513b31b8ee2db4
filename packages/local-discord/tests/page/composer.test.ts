import { describe, expect, test } from 'vitest';
import {
  begin,
  enter,
  stepBack,
  take,
  typeField,
  typeMore,
  typeText,
} from '../../src/page/composer/actions.ts';
import { type Command, fitting, sendable } from '../../src/page/composer/commands.ts';
import {
  type Composer,
  EMPTY,
  type SuggestionList,
  suggestionsFor,
} from '../../src/page/composer/composer.ts';
import { valuesOf } from '../../src/page/composer/draft.ts';

const option = (name: string, type: number, more: object = {}) => ({
  name,
  type,
  description: `The ${name}`,
  ...more,
});
const SEARCH: Command = {
  name: 'search',
  description: 'Finds documents',
  options: [
    option('query', 3, { required: true, autocomplete: true }),
    option('from', 3),
    option('sort', 3, { choices: [{ name: 'Oldest first', value: 'oldest' }] }),
    option('private', 5),
    option('person', 6),
  ],
};
const COMMANDS: readonly Command[] = [
  { name: 'research', description: 'Looks again', options: [] },
  SEARCH,
  { name: 'search again', description: 'Once more', options: [option('place', 7)] },
];
const KNOWN = {
  commands: COMMANDS,
  people: [{ id: '1', username: 'ada', global_name: 'Ada', discriminator: '0', avatar: null }],
  places: [
    {
      id: '2',
      name: 'general',
      kind: 'channel' as const,
      server: 'Team',
      hasBot: true,
      parentId: undefined,
    },
  ],
};

const labels = (list: SuggestionList | undefined) => list?.rows.map(({ label }) => label);
const offer = (composer: Composer) => labels(suggestionsFor(composer, KNOWN));
const values = ({ draft }: Composer) => draft && valuesOf(draft);
const typed = (text: string) => typeText(EMPTY, text, COMMANDS);
const searching = (...fields: [index: number, text: string][]) =>
  fields.reduce((composer, [at, text]) => typeField(composer, at, text), begin(SEARCH));

describe('the list of commands', () => {
  test('is there for a slash only', () => {
    expect(offer(typed('hello'))).toBeUndefined();
    expect(offer(typed('/'))).toEqual(['/research', '/search', '/search again']);
  });

  test('has what begins so before what holds it', () => {
    expect(fitting(COMMANDS, '/sea').map(({ name }) => name)).toEqual([
      'search',
      'search again',
      'research',
    ]);
    expect(fitting(COMMANDS, '/x')).toEqual([]);
  });

  test('has subcommands in place of what holds them', () => {
    const step = (name: string, type: number, options: object[]) => option(name, type, { options });
    const list = {
      ...option('list', 1),
      options: [step('add', 1, [option('document', 3)]), step('of', 2, [step('mine', 1, [])])],
    };
    const declared = [list] as unknown as Parameters<typeof sendable>[0];
    expect(sendable(declared).map(({ name }) => name)).toEqual(['list add', 'list of mine']);
  });
});

describe('a command', () => {
  test('begins with its name and a blank, the longest name first', () => {
    expect(typed('/search').draft).toBeUndefined();
    expect(typed('/search ').draft?.command).toBe(SEARCH);
    expect(typed('/search again ').draft?.command.name).toBe('search again');
  });

  test('shows required options, and goes to the first of them', () => {
    const { draft, focus } = begin(SEARCH);
    expect(draft?.fields.map((field) => field.option.name)).toEqual(['query']);
    expect(focus).toBe(0);
  });

  test('takes a pasted line', () => {
    const pasted = typed('/search query:two words from:c. 1950');
    expect(values(pasted)).toEqual({ query: 'two words', from: 'c. 1950' });
    expect(pasted.focus).toBe('more');
    expect(values(typed('/search two words'))).toEqual({ query: 'two words' });
  });

  test('sends no empty field', () => {
    expect(values(searching([0, ' ']))).toEqual({});
  });
});

describe('in a field', () => {
  test('the name of an option goes on with that option', () => {
    const composer = searching([0, 'query:Mao from:'], [1, '1950']);
    expect(values(composer)).toEqual({ query: 'Mao', from: '1950' });
    expect(composer.focus).toBe(1);
  });

  test('a word with a colon that is no option stays text', () => {
    expect(values(searching([0, 'title:Mao']))).toEqual({ query: 'title:Mao' });
  });

  test('choices, booleans, people and channels are offered as far as they fit', () => {
    const inOption = (name: string, text: string) => {
      const begun = begin(SEARCH);
      const row = suggestionsFor(enter(begun, 'more'), KNOWN)?.rows.find(
        ({ label }) => label === name,
      );
      return typeField(row ? take(begun, row) : begun, 1, text);
    };
    expect(offer(inOption('sort', 'old'))).toEqual(['Oldest first']);
    expect(offer(inOption('private', ''))).toEqual(['True', 'False']);
    expect(offer(inOption('private', 'f'))).toEqual(['False']);
    expect(offer(inOption('person', 'a'))).toEqual(['Ada']);
    expect(offer(inOption('from', '1950'))).toEqual([]);
    expect(offer(enter(begin(COMMANDS[2] as Command), 'more'))).toEqual(['place']);
  });

  test('what is taken is sent by its value, until the text is changed', () => {
    const row = { label: 'Mao', detail: '', choice: { name: 'Mao', value: 'id-1' } };
    const taken = take(searching([0, 'm']), row);
    expect(values(taken)).toEqual({ query: 'id-1' });
    expect(taken.focus).toBe('more');
    expect(values(typeField(taken, 0, 'Ma'))).toEqual({ query: 'Ma' });
  });

  test('what the bot offers stays while the text changes, and not in another field', () => {
    const offered = { ...searching([0, 'm']), fromBot: [{ name: 'Mao', value: 'id-1' }] };
    expect(offer(typeField(offered, 0, 'ma'))).toEqual(['Mao']);
    expect(enter(offered, 'more').fromBot).toBeUndefined();
  });
});

describe('further options', () => {
  test('are those not shown, narrowed by what is typed', () => {
    expect(offer(enter(begin(SEARCH), 'more'))).toEqual(['from', 'sort', 'private', 'person']);
    expect(offer(typeMore(begin(SEARCH), 'p'))).toEqual(['private', 'person']);
    expect(offer(typeMore(begin(SEARCH), 'fr'))).toEqual(['from']);
  });

  test('begin by their names, too', () => {
    const named = typeMore(searching([0, 'Mao']), 'from:1950 sort:');
    expect(values(named)).toEqual({ query: 'Mao', from: '1950' });
    expect(named.draft?.fields.map(({ option: { name } }) => name)).toEqual([
      'query',
      'from',
      'sort',
    ]);
    expect(named.focus).toBe(2);
    expect(typeMore(begin(SEARCH), 'nothing').draft?.more).toBe('nothing');
  });

  test('go away by stepping back out of an empty one; a required one does not', () => {
    const composer = searching([0, 'Mao from:']);
    expect(values(stepBack(composer))).toEqual({ query: 'Mao' });
    expect(stepBack(composer).draft?.fields).toHaveLength(1);
    expect(stepBack(enter(begin(SEARCH), 'more')).focus).toBe(0);
  });

  test('stepping back out of the first field leads back to the name', () => {
    expect(stepBack(begin(SEARCH))).toMatchObject({ draft: undefined, text: '/search' });
  });
});

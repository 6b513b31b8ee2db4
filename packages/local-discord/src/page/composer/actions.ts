import { splitOptions } from '../../control/command-line.ts';
import type { Command } from './commands.ts';
import { type Composer, EMPTY, type Suggestion } from './composer.ts';
import {
  addOption,
  type Choice,
  choose,
  type Draft,
  furtherOptions,
  removeOption,
  startDraft,
  write,
} from './draft.ts';

/** Where the person is now, with the list that belongs there open. */
export const enter = (composer: Composer, focus: Composer['focus']): Composer => ({
  ...composer,
  focus,
  isListOpen: true,
  highlighted: -1,
  fromBot: undefined,
});

/** Typing plain text, or the name of a command: a name and a blank begin the command. */
export function typeText(composer: Composer, text: string, commands: readonly Command[]): Composer {
  const begun = commands
    .filter(({ name }) => text.startsWith(`/${name} `))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (begun) return begin(begun, text);
  return { ...enter(composer, 'text'), text, refusal: undefined };
}

/** A command to fill in; what a pasted line says of its options is filled in already. */
export function begin(command: Command, line = ''): Composer {
  const names = command.options.map(({ name }) => name);
  const { before, values } = splitOptions(names, line.slice(command.name.length + 1));
  const [first] = names;
  const draft = startDraft(command, before && first ? { [first]: before, ...values } : values);
  return enter({ ...EMPTY, draft }, nextFocus(draft));
}

/** Typing into a field; `from:` in it goes on with the option of that name. */
export const typeField = (composer: Composer, index: number, text: string): Composer =>
  withDraft(composer, (draft) => {
    const typed = {
      ...enter(composer, index),
      // What was offered stays until the bot has answered, so that the list does not flicker.
      fromBot: composer.focus === index ? composer.fromBot : undefined,
      refusal: undefined,
    };
    const names = draft.command.options.map(({ name }) => name);
    const { before, values } = splitOptions(names, text);
    const own = draft.fields[index]?.option.name ?? '';
    const others = Object.entries(values).filter(([name]) => name !== own);
    if (Object.keys(values).length === 0) return { ...typed, draft: write(draft, index, text) };
    const written = write(draft, index, [before, values[own]].filter(Boolean).join(' '));
    return others.reduce<Composer>(goOn, { ...typed, draft: written });
  });

/** Goes on with an option by its name, shown already or not. */
const goOn = (composer: Composer, [name, text]: readonly [string, string]): Composer =>
  withDraft(composer, (draft) => {
    const option = draft.command.options.find((one) => one.name === name);
    if (!option) return composer;
    const known = draft.fields.findIndex((field) => field.option === option);
    const index = known < 0 ? draft.fields.length : known;
    const grown = known < 0 ? addOption(draft, option) : draft;
    return { ...enter(composer, index), draft: write(grown, index, text) };
  });

/** Looking for a further option; `from:` goes on with it at once. */
export const typeMore = (composer: Composer, text: string): Composer =>
  withDraft(composer, (draft) => {
    const names = furtherOptions({ ...draft, more: '' }).map(({ name }) => name);
    const { before, values } = splitOptions(names, text);
    const isNamed = Object.keys(values).length > 0;
    const typed = {
      ...enter(composer, 'more'),
      draft: { ...draft, more: isNamed ? before : text },
    };
    return Object.entries(values).reduce<Composer>(goOn, { ...typed, refusal: undefined });
  });

/** Takes a row of the list. */
export function take(composer: Composer, row: Suggestion): Composer {
  if ('command' in row) return begin(row.command);
  if ('option' in row) return goOn(composer, [row.option.name, '']);
  return typeof composer.focus === 'number'
    ? chooseFor(composer, composer.focus, row.choice)
    : composer;
}

/** Fills a field with what was chosen, and goes on. */
export const chooseFor = (composer: Composer, index: number, choice: Choice): Composer =>
  withDraft(composer, (draft) => {
    const chosen = choose(draft, index, choice);
    return { ...enter(composer, nextFocus(chosen)), draft: chosen, refusal: undefined };
  });

/** Backspace in an empty field: an optional one goes; the first one takes the command with it. */
export const stepBack = (composer: Composer): Composer =>
  withDraft(composer, (draft) => {
    const { focus } = composer;
    const last = draft.fields.length - 1;
    if (focus === 'more') return last < 0 ? nameOf(draft) : enter(composer, last);
    if (typeof focus !== 'number') return composer;
    const left = removeOption(draft, focus);
    if (left.fields.length === draft.fields.length) {
      return focus === 0 ? nameOf(draft) : enter(composer, focus - 1);
    }
    return { ...enter(composer, focus > 0 ? focus - 1 : 'more'), draft: left };
  });

/** Back to typing the command's name. */
const nameOf = ({ command }: Draft): Composer =>
  enter({ ...EMPTY, text: `/${command.name}` }, 'text');

/** Where to go on: the first required option that is still empty, else the further options. */
function nextFocus({ fields }: Draft): Composer['focus'] {
  const index = fields.findIndex(
    ({ option, text, chosen }) => option.required && !text && chosen === undefined,
  );
  return index < 0 ? 'more' : index;
}

const withDraft = (composer: Composer, then: (draft: Draft) => Composer): Composer =>
  composer.draft ? then(composer.draft) : composer;

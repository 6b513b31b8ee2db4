import type { View } from '../../control/view.ts';
import type { DeclaredOption } from '../../rules/declaration.ts';
import { type Command, fitting } from './commands.ts';
import { type Choice, type Draft, furtherOptions } from './draft.ts';
import { offered } from './offer.ts';

/** The box in which a person writes: plain text, the name of a command, or a command's options. */
export type Composer = {
  text: string;
  /** Files that go with the text, by their upload's id. */
  files: readonly { id: string; name: string }[];
  /** The command being filled in, once one is picked. */
  draft: Draft | undefined;
  /** Where the person is: in the text, in a field by its index, or looking for further options. */
  focus: 'text' | 'more' | number;
  isListOpen: boolean;
  /** The row that Enter takes; -1 for none. */
  highlighted: number;
  /** What the bot offers for the field; undefined until it has answered. */
  fromBot: readonly Choice[] | undefined;
  /** Why the last try to send was refused. */
  refusal: string | undefined;
};

export const EMPTY: Composer = {
  text: '',
  files: [],
  draft: undefined,
  focus: 'text',
  isListOpen: false,
  highlighted: -1,
  fromBot: undefined,
  refusal: undefined,
};

/** A row of the list above the box, and what it stands for. */
export type Suggestion = {
  label: string;
  detail: string;
} & ({ command: Command } | { option: DeclaredOption } | { choice: Choice });

/** A list as it stands above the box. */
export type SuggestionList = {
  label: string;
  /** What the option is for. */
  heading: string;
  rows: readonly Suggestion[];
  /** Said where there could be rows and are none. */
  note: string | undefined;
  /** Whether the first row is what Enter takes from the beginning. */
  isPreselecting: boolean;
};

type Known = Pick<View, 'people' | 'places'> & { commands: readonly Command[] };

/** What is offered where the person is; undefined for nothing. */
export function suggestionsFor(composer: Composer, known: Known): SuggestionList | undefined {
  const { draft, focus, text, fromBot } = composer;
  if (!draft) {
    if (!text.startsWith('/')) return undefined;
    const rows = fitting(known.commands, text).map((command) => ({
      label: `/${command.name}`,
      detail: command.description,
      command,
    }));
    return {
      label: 'Commands',
      heading: 'Commands',
      rows,
      note: 'No such command here.',
      isPreselecting: true,
    };
  }
  if (focus === 'more') {
    const rows = furtherOptions(draft).map((option) => ({
      label: option.name,
      detail: option.description,
      option,
    }));
    return {
      label: 'More options',
      heading: 'More options',
      rows,
      note: 'No further option.',
      isPreselecting: draft.more !== '',
    };
  }
  const field = typeof focus === 'number' ? draft.fields[focus] : undefined;
  if (!field) return undefined;
  const { option } = field;
  const choices = option.autocomplete ? fromBot : offered(field, known);
  const isOpen = !choices && !option.autocomplete;
  return {
    label: option.name,
    heading: option.description,
    rows: (choices ?? []).map((choice) => ({ label: choice.name, detail: '', choice })),
    note: isOpen ? undefined : choices ? 'Nothing fits what is typed.' : 'Loading…',
    isPreselecting: !option.autocomplete && field.chosen === undefined,
  };
}

import type { View } from '../control/view.ts';
import type { Command } from './composer/commands.ts';
import { type Composer, EMPTY } from './composer/composer.ts';
import type { OpenForm } from './form.ts';
import type { Editing } from './message-context.ts';

/** Everything that the page shows. */
export type State = {
  /** The person's name. */
  as: string;
  /** Undefined until the stream has sent it. */
  view: View | undefined;
  /** Where the person is; undefined until known. */
  placeId: string | undefined;
  /** The commands of that place. */
  commands: readonly Command[];
  /** The names of those that its messages have. */
  messageCommands: readonly string[];
  /** Worth a search in this corpus; undefined until the bot was asked, null if there is none. */
  word: string | null | undefined;
  composer: Composer;
  form: OpenForm | undefined;
  editing: Editing | undefined;
  isInspectorOpen: boolean;
  /** On narrow screens, the list of channels covers the messages. */
  isListOpen: boolean;
  /** Whether this Discord itself can be reached. */
  isReachable: boolean;
  /** What was refused, where it has no place of its own. */
  refusal: string | undefined;
};

/** Before anything is known; who and where is in the address, so that a reload keeps it. */
export function initialState(address: URL): State {
  return {
    as: address.searchParams.get('as') ?? 'ada',
    view: undefined,
    placeId: address.searchParams.get('channel') ?? undefined,
    commands: [],
    messageCommands: [],
    word: undefined,
    composer: EMPTY,
    form: undefined,
    editing: undefined,
    isInspectorOpen: false,
    isListOpen: false,
    isReachable: true,
    refusal: undefined,
  };
}

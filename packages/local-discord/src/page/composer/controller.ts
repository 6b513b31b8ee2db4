import { Refusal, type Requests } from '../requests.ts';
import type { State } from '../state.ts';
import type { Store } from '../store.ts';
import { chooseFor, enter, stepBack, take, typeField, typeMore, typeText } from './actions.ts';
import {
  type Composer,
  EMPTY,
  type Suggestion,
  type SuggestionList,
  suggestionsFor,
} from './composer.ts';
import { valuesOf } from './draft.ts';

/** The box for writing, with its effects: asking the bot, and sending. */
export type Controller = {
  list(): SuggestionList | undefined;
  typeText(text: string): void;
  typeField(index: number, text: string): void;
  typeMore(text: string): void;
  /** A file was chosen for a field. */
  chooseFile(index: number, file: File): Promise<void>;
  /** Files were chosen to go with the text; and one was taken off again. */
  attach(files: readonly File[]): Promise<void>;
  detach(id: string): void;
  /** The person has gone into a field, or out of the box altogether. */
  enter(focus: Composer['focus']): void;
  leave(): void;
  take(row: Suggestion): void;
  /** Points at a row, by its place in the list. */
  highlight(index: number): void;
  /** @returns whether the key meant something here and must do nothing else */
  press(key: string): boolean;
  send(): Promise<void>;
};

export function createController(
  store: Store<State>,
  ask: Requests,
  command: (name: string, values: ReturnType<typeof valuesOf>) => Promise<void>,
): Controller {
  const composer = () => store.get().composer;
  const list = () => {
    const { view, commands } = store.get();
    const { people = [], places = [] } = view ?? {};
    return suggestionsFor(composer(), { people, places, commands });
  };
  /** Sets the box as it is now; a new list begins with its first row or with none. */
  const set = (next: Composer) => {
    store.set({ composer: next });
    const listed = list();
    const highlighted = listed?.isPreselecting && listed.rows.length > 0 ? 0 : -1;
    store.set({ composer: { ...next, highlighted } });
    void askBot(next);
  };
  let asked = 0;
  /** Asks for what a field offers; an answer that comes after a later question is dropped. */
  const askBot = async ({ draft, focus }: Composer) => {
    const field = typeof focus === 'number' ? draft?.fields[focus] : undefined;
    asked += 1;
    if (!draft || !field?.option.autocomplete) return;
    const question = asked;
    const { [field.option.name]: _, ...others } = valuesOf(draft);
    const { name } = draft.command;
    const choices = await ask
      .autocomplete(name, field.option.name, field.text, others)
      .catch(() => []);
    if (question !== asked) return;
    store.set({ composer: { ...composer(), fromBot: choices } });
    // What was pointed at in the list before may not be in this one.
    const { highlighted } = composer();
    if (highlighted >= (list()?.rows.length ?? 0)) {
      store.set({ composer: { ...composer(), highlighted: -1 } });
    }
  };
  const move = (step: number) => {
    const count = list()?.rows.length ?? 0;
    const { highlighted, isListOpen } = composer();
    if (!isListOpen || count === 0) return false;
    const from = highlighted < 0 && step < 0 ? 0 : highlighted;
    store.set({ composer: { ...composer(), highlighted: (from + step + count) % count } });
    return true;
  };
  /** Empties the box at once, as Discord does; what is refused comes back with the reason. */
  const send = async () => {
    const sent = composer();
    if (!sent.draft && !sent.text.trim() && sent.files.length === 0) return;
    set(EMPTY);
    try {
      const { name } = sent.draft?.command ?? {};
      const left = sent.draft?.more.trim();
      if (left) throw new Refusal(`“${left}” belongs to no option of /${name}.`);
      if (sent.draft) await command(sent.draft.command.name, valuesOf(sent.draft));
      else if (sent.text.startsWith('/')) throw new Refusal(`There is no command ${sent.text}`);
      else
        await ask.say(
          sent.text,
          sent.files.map(({ id }) => id),
        );
    } catch (error) {
      const refusal = error instanceof Refusal ? error.message : 'This Discord cannot be reached.';
      const isUntouched = !composer().draft && !composer().text;
      if (isUntouched) store.set({ composer: { ...closed(sent), refusal } });
      else store.set({ refusal });
    }
  };
  /** Uploads a file; the box says why it can't be. */
  const upload = async (file: File, then: (id: string) => void) => {
    try {
      then((await ask.upload(file)).id);
    } catch (error) {
      const refusal = error instanceof Refusal ? error.message : 'This Discord cannot be reached.';
      store.set({ composer: { ...composer(), refusal } });
    }
  };
  const takeRow = () => {
    const { highlighted, isListOpen } = composer();
    const row = isListOpen ? list()?.rows[highlighted] : undefined;
    if (row) set(take(composer(), row));
    return row !== undefined;
  };
  /** Closes the list; the second time, gives the command up. */
  const giveUp = () => {
    const { draft, text, isListOpen } = composer();
    if (!draft && !text.startsWith('/')) return false;
    if (isListOpen && list()?.rows.length) {
      store.set({ composer: closed(composer()) });
    } else set(EMPTY);
    return true;
  };
  const isEmptyHere = () => {
    const { draft, focus } = composer();
    if (!draft) return false;
    return focus === 'more' ? !draft.more : !draft.fields[focus as number]?.text;
  };

  return {
    list,
    typeText: (text) => set(typeText(composer(), text, store.get().commands)),
    typeField: (index, text) => set(typeField(composer(), index, text)),
    typeMore: (text) => set(typeMore(composer(), text)),
    chooseFile: (index, file) =>
      upload(file, (id) => set(chooseFor(composer(), index, { name: file.name, value: id }))),
    async attach(files) {
      for (const file of files) {
        await upload(file, (id) =>
          set({ ...composer(), files: [...composer().files, { id, name: file.name }] }),
        );
      }
    },
    detach: (id) =>
      set({ ...composer(), files: composer().files.filter((file) => file.id !== id) }),
    enter(focus) {
      if (focus !== composer().focus || !composer().isListOpen) set(enter(composer(), focus));
    },
    leave: () => store.set({ composer: closed(composer()) }),
    take: (row) => set(take(composer(), row)),
    highlight(index) {
      const { highlighted } = composer();
      if (highlighted !== index) store.set({ composer: { ...composer(), highlighted: index } });
    },
    send,
    press(key) {
      switch (key) {
        case 'ArrowDown':
          return move(1);
        case 'ArrowUp':
          return move(-1);
        case 'Tab':
          return takeRow();
        case 'Enter':
          if (!takeRow()) void send();
          return true;
        case 'Escape':
          return giveUp();
        case 'Backspace':
          if (!isEmptyHere()) return false;
          set(stepBack(composer()));
          return true;
        default:
          return false;
      }
    },
  };
}

const closed = (composer: Composer): Composer => ({
  ...composer,
  isListOpen: false,
  highlighted: -1,
});

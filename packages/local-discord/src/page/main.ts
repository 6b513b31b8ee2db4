import { render } from 'lit';
import type { View, ViewEvent } from '../control/view.ts';
import { createActions } from './actions.ts';
import { applyEvent } from './apply-event.ts';
import { fieldId } from './composer/box.ts';
import { EMPTY } from './composer/composer.ts';
import { createController } from './composer/controller.ts';
import { keepScrolled } from './keep-scrolled.ts';
import { adoptComponentStyles } from './message/component-styles.ts';
import { follow, requestsOf } from './requests.ts';
import { type PageActions, pageTemplate, placeOf } from './shell.ts';
import { initialState, type State } from './state.ts';
import { createStore } from './store.ts';
import { suggestedWord } from './suggested-word.ts';
import { followTheme } from './theme.ts';

const app = document.querySelector<HTMLElement>('#app') as HTMLElement;
const store = createStore<State>(initialState(new URL(location.href)), draw);
const here = () => {
  const { as, view, placeId } = store.get();
  return { as, channel: view ? placeOf({ placeId }, view)?.id : undefined };
};
const ask = requestsOf(here);
const actions = createActions(store, ask);
const control = createController(store, ask, actions.command);
const scrollLog = keepScrolled(app, '.log');
const scrollInspector = keepScrolled(app, '.inspector ol');

const pageActions: PageActions = {
  actions,
  control,
  become(as) {
    store.set({ as, composer: EMPTY, view: undefined, isListOpen: false, refusal: undefined });
    connect();
  },
  toggleInspector() {
    store.set({ isInspectorOpen: !store.get().isInspectorOpen });
    connect();
  },
  toggleList: () => store.set({ isListOpen: !store.get().isListOpen }),
  forgetRefusal: () => store.set({ refusal: undefined }),
};

let stop = () => {};
/** Follows what the person sees, from the beginning. */
function connect(): void {
  stop();
  // A browser keeps six connections to a host at most: only tabs in sight hold one.
  if (document.hidden) return;
  const { as, isInspectorOpen } = store.get();
  stop = follow({ as, withExchanges: isInspectorOpen }, onViewEvent, (isReachable) =>
    store.set({ isReachable }),
  );
}

function onViewEvent(event: ViewEvent): void {
  const view = applyEvent(store.get().view ?? ({} as View), event);
  store.set({ view });
  if (event.type === 'view' || event.type === 'commands') void learnCommands();
}

/** The commands of where one is, and a word worth a search. */
async function learnCommands(): Promise<void> {
  await actions.loadCommands();
  const { commands, word } = store.get();
  // Asked once, when there are commands: a suggestion that comes later moves others from under the mouse.
  if (commands.length === 0 || word !== undefined) return;
  const search = commands.find(({ name }) => name === 'search');
  const option = search?.options.find(({ autocomplete }) => autocomplete);
  const offered = option
    ? await ask.autocomplete('search', option.name, '', {}).catch(() => [])
    : [];
  store.set({ word: suggestedWord(offered) ?? null });
}

let drawnPlace: string | undefined;
function draw(): void {
  const { channel, as } = here();
  const isElsewhere = channel !== drawnPlace;
  drawnPlace = channel;
  render(pageTemplate(store.get(), pageActions), app);
  scrollLog.follow(isElsewhere);
  scrollInspector.follow(false);
  if (isElsewhere && channel) {
    history.replaceState(null, '', `?${new URLSearchParams({ as, channel })}`);
    void actions.loadCommands();
  }
  app.querySelector<HTMLDialogElement>('dialog.form:not([open])')?.showModal();
  app.querySelector('.offer .highlighted')?.scrollIntoView({ block: 'nearest' });
  focusField();
}

let focused: string | undefined;
/** Moves the focus where the box has gone on by itself. */
function focusField(): void {
  const { draft, focus } = store.get().composer;
  const id = fieldId(focus);
  const key = `${draft?.command.name} ${id}`;
  if (key !== focused && focused !== undefined) document.getElementById(id)?.focus();
  focused = key;
}

/** Writing anywhere goes into the box, as in Discord. */
function writeAnywhere({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  const isElement = target instanceof HTMLElement;
  const isFree = target === document.body || (isElement && target.matches('.log'));
  if (!isFree || key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return;
  document.getElementById(fieldId(store.get().composer.focus))?.focus();
}

addEventListener('keydown', writeAnywhere);
document.addEventListener('visibilitychange', connect);
followTheme();
adoptComponentStyles();
connect();

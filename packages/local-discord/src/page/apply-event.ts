import type { View, ViewEvent } from '../control/view.ts';

/** Exchanges kept on the page; the oldest go first. */
const KEPT = 2000;

/** A view after an event. */
export function applyEvent(view: View, event: ViewEvent): View {
  switch (event.type) {
    case 'view':
      return event.view;
    case 'message':
      return { ...view, messages: put(view.messages, event.message) };
    case 'message-gone':
      return { ...view, messages: without(view.messages, event.id) };
    case 'place':
      return { ...view, places: put(view.places, event.place) };
    case 'place-gone':
      return { ...view, places: without(view.places, event.id) };
    case 'attempt':
      return { ...view, attempts: put(view.attempts, event.attempt) };
    case 'attempt-over':
      return { ...view, attempts: without(view.attempts, event.id) };
    case 'connection':
      return { ...view, isConnected: event.isConnected };
    case 'exchange':
      return { ...view, exchanges: [...view.exchanges, event.exchange].slice(-KEPT) };
    case 'commands':
      return view;
  }
}

type Identified = { readonly id: string };

/** Replaces the one of the same id, or adds it at the end. */
const put = <Item extends Identified>(items: readonly Item[], item: Item): readonly Item[] =>
  items.some(({ id }) => id === item.id)
    ? items.map((one) => (one.id === item.id ? item : one))
    : [...items, item];

const without = <Item extends Identified>(items: readonly Item[], id: string): readonly Item[] =>
  items.filter((item) => item.id !== id);

/** A value that is replaced as a whole, and those who look at it. */
export type Store<State> = {
  get(): State;
  /** Replaces some of its parts; listeners are called once, afterwards. */
  set(part: Partial<State>): void;
};

/** @param changed called once after any number of changes in a row */
export function createStore<State>(initial: State, changed: () => void): Store<State> {
  let state = initial;
  let isDue = false;
  return {
    get: () => state,
    set(part) {
      state = { ...state, ...part };
      if (isDue) return;
      isDue = true;
      queueMicrotask(() => {
        isDue = false;
        changed();
      });
    },
  };
}

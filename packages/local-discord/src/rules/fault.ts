/** What is wrong with one place of a body, in Discord's words. */
export type Fault = {
  path: readonly (string | number)[];
  /** Discord's name for it, such as `BASE_TYPE_MAX_LENGTH`. */
  code: string;
  message: string;
};

/** A rule that no schema states: the faults it finds in a body of the right form. */
export type Rule<Body> = (body: Body) => readonly Fault[];

/** A body that Discord would refuse with code 50035. */
export class InvalidForm extends Error {
  override name = 'InvalidForm';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super('Invalid Form Body');
    this.faults = faults;
  }
}

export const fault = (path: Fault['path'], code: string, message: string): Fault => ({
  path,
  code,
  message,
});

export const required = (...path: Fault['path']): Fault =>
  fault(path, 'BASE_TYPE_REQUIRED', 'This field is required');

export const tooLong = (path: Fault['path'], limit: number): Fault =>
  fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${limit} or fewer in length.`);

/** The same faults, found further inside a body. */
export const within = (faults: readonly Fault[], ...prefix: Fault['path']): readonly Fault[] =>
  faults.map((found) => ({ ...found, path: [...prefix, ...found.path] }));

/** Discord trims what it is sent, so that blanks alone count as nothing. */
export const isBlank = (text: string | null | undefined): boolean => !text?.trim();

/** The values that a list has more than once, with the places of all but the first. */
export function repeats<Item>(
  items: readonly Item[],
  key: (item: Item) => unknown,
): readonly { item: Item; index: number }[] {
  const seen = new Set<unknown>();
  return items.flatMap((item, index) => {
    const value = key(item);
    if (seen.has(value)) return [{ item, index }];
    seen.add(value);
    return [];
  });
}

type Errors = { [key: string]: Errors } & { _errors?: { code: string; message: string }[] };

/**
 * Faults as the `errors` of an error body: objects nested by path, each end a list `_errors`.
 * @see https://docs.discord.com/developers/reference#error-messages
 */
export function nestFaults(faults: readonly Fault[]): object {
  const root: Errors = {};
  for (const { path, code, message } of faults) {
    let at = root;
    for (const step of path) {
      at[step] ??= {};
      at = at[step];
    }
    at._errors = [...(at._errors ?? []), { code, message }];
  }
  return root;
}

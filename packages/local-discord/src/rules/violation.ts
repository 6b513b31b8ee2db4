/** What is wrong with one place of a body, in Discord's words. */
export type Violation = {
  path: readonly (string | number)[];
  /** Discord's name for it, such as `BASE_TYPE_MAX_LENGTH`. */
  code: string;
  message: string;
};

/** A rule that no schema states: the violations it finds in a body of the right form. */
export type Rule<Body> = (body: Body) => readonly Violation[];

/** A body that Discord would refuse with code 50035. */
export class InvalidForm extends Error {
  override name = 'InvalidForm';
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super('Invalid Form Body');
    this.violations = violations;
  }
}

export const violation = (path: Violation['path'], code: string, message: string): Violation => ({
  path,
  code,
  message,
});

export const required = (...path: Violation['path']): Violation =>
  violation(path, 'BASE_TYPE_REQUIRED', 'This field is required');

export const tooLong = (path: Violation['path'], limit: number): Violation =>
  violation(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${limit} or fewer in length.`);

/** The same violations, found further inside a body. */
export const within = (
  violations: readonly Violation[],
  ...prefix: Violation['path']
): readonly Violation[] =>
  violations.map((found) => ({ ...found, path: [...prefix, ...found.path] }));

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
 * Violations as the `errors` of an error body: objects nested by path, each end a list `_errors`.
 * @see https://docs.discord.com/developers/reference#error-messages
 */
export function nestViolations(violations: readonly Violation[]): object {
  const root: Errors = {};
  for (const { path, code, message } of violations) {
    let at = root;
    for (const step of path) {
      at[step] ??= {};
      at = at[step];
    }
    at._errors = [...(at._errors ?? []), { code, message }];
  }
  return root;
}

/** So deep objects and lists may lie in each other: no record's do. */
export const DEEPEST = 100;

/** Whether objects and lists lie no deeper in each other. */
export const isShallow = (value: unknown, most = DEEPEST): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (most > 0 && Object.values(value).every((inner) => isShallow(inner, most - 1)));

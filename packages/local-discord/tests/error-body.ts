/** Faults of an error body as `path: code`, as the client's own message lists them. */
export function faults(errors: object, path = ''): readonly string[] {
  return Object.entries(errors).flatMap(([key, value]) =>
    key === '_errors'
      ? value.map(({ code }: { code: string }) => `${path}: ${code}`)
      : faults(value, path ? `${path}.${key}` : key),
  );
}

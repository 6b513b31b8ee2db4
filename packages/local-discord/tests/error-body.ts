/** Violations of an error body as `path: code`, as the client's own message lists them. */
export function violations(errors: object, path = ''): readonly string[] {
  return Object.entries(errors).flatMap(([key, value]) =>
    key === '_errors'
      ? value.map(({ code }: { code: string }) => `${path}: ${code}`)
      : violations(value, path ? `${path}.${key}` : key),
  );
}

import { type Violation, violation } from './violation.ts';

/** Finds an address whose scheme is not allowed, or that names no host. */
export function urlViolations(
  url: string | null | undefined,
  schemes: readonly string[],
  path: Violation['path'],
): readonly Violation[] {
  if (url === undefined || url === null) return [];
  if (!URL.canParse(url)) {
    return [violation(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')];
  }
  const scheme = new URL(url).protocol.slice(0, -1);
  if (schemes.includes(scheme)) return [];
  const allowed = schemes.map((name) => `'${name}'`).join(', ');
  const message = `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`;
  return [violation(path, 'URL_TYPE_INVALID_SCHEME', message)];
}

import { type Fault, fault } from './fault.ts';

/** Finds an address whose scheme is not allowed, or that names no host. */
export function urlFaults(
  url: string | null | undefined,
  schemes: readonly string[],
  path: Fault['path'],
): readonly Fault[] {
  if (url === undefined || url === null) return [];
  if (!URL.canParse(url)) {
    return [fault(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')];
  }
  const scheme = new URL(url).protocol.slice(0, -1);
  if (schemes.includes(scheme)) return [];
  const allowed = schemes.map((name) => `'${name}'`).join(', ');
  const message = `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`;
  return [fault(path, 'URL_TYPE_INVALID_SCHEME', message)];
}

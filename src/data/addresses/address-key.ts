import { readDoi } from './doi.ts';
import { isTracking } from './tracking.ts';

const SCHEME = /^https?:\/\//i;
/** A host and a path, as people paste an address without its beginning. */
const WITHOUT_SCHEME = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?\/\S/u;
/** What some servers put behind a path to know a reader again. */
const SESSION = /;jsessionid=[^/]*/gi;

/**
 * What of a web address names a page: the same for all ways in which it is written. Scheme, `www.`,
 * default port, case of the host, fragment, a slash at the end, the order of parameters, what only
 * tracks readers, and how signs are encoded make no difference. The case of paths and all other
 * parameters do. A DOI is the address at which it is resolved, without regard to case.
 * @param address with `http://` or `https://`, or beginning with its host; or a DOI
 * @returns `example.org/a?id=1`; undefined for what is no web address
 */
export function addressKey(address: string): string | undefined {
  const given = address.trim();
  const doi = readDoi(given);
  if (doi !== undefined) return `doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`;
  const hasScheme = SCHEME.test(given);
  if (/\s/.test(given) || !(hasScheme || WITHOUT_SCHEME.test(given))) return undefined;
  const url = URL.parse(hasScheme ? given : `https://${given}`);
  if (!url) return undefined;
  const { host, pathname, search } = url;
  const path = pathname
    .replace(SESSION, '')
    .replace(/\/+$/, '')
    .split('/')
    .map(inOneSpelling)
    .join('/');
  const parameters = search.slice(1).split('&').filter(Boolean).map(parameterInOneSpelling);
  const kept = parameters.filter((parameter) => parameter !== undefined).sort();
  return `${bareHost(host)}${path}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}

/** Without `www.`, unless that is the name itself, and without the root's dot. */
const bareHost = (host: string): string =>
  host.replace(/^www\.(?=[^.]+\.)/, '').replace(/\.(?=:\d+$|$)/, '');

/** Undefined for one that tracks. An empty value is no value. */
function parameterInOneSpelling(parameter: string): string | undefined {
  const [name = '', ...value] = parameter.replaceAll('+', '%20').split('=').map(inOneSpelling);
  if (isTracking(name)) return undefined;
  return `${name}=${value.join('%3D')}`;
}

/** Encodes all but letters, digits and a few signs. What isn't UTF-8 stays as it is. */
function inOneSpelling(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part));
  } catch {
    return part.replace(/%[\da-f]{2}/gi, (encoded) => encoded.toUpperCase());
  }
}

/** Codes that Node gives where it doesn't trust a certificate. */
const CERTIFICATE = /CERT|SIGNATURE|ERR_TLS|^UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_PURPOSE/;

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host can’t be looked up now',
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'it ended the connection',
  EPIPE: 'it ended the connection',
  UND_ERR_SOCKET: 'it ended the connection',
  ETIMEDOUT: 'it doesn’t answer',
  UND_ERR_CONNECT_TIMEOUT: 'it doesn’t answer',
  UND_ERR_HEADERS_TIMEOUT: 'it doesn’t answer',
};

/** Why no whole answer came, by what `fetch` throws; the error's own words may quote the address. */
export function describeNetworkError(error: unknown): { code: string; reason: string } {
  const code = codeOf(error) ?? '';
  if (CERTIFICATE.test(code)) {
    return { code, reason: `its certificate isn’t trusted (${code})` };
  }
  return { code, reason: REASONS[code] ?? `it can’t be asked (${code || 'for no known reason'})` };
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, cause } = error as Error & { code?: unknown };
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(cause) ?? (typeof code === 'string' ? code : undefined);
}

/** What a status means for whoever looks after the source. */
export function describeStatus(status: number): string {
  if (status === 401 || status === 403)
    return 'refuses to answer: a key may be missing or wrong, or it wants no questions from here';
  if (status === 404 || status === 410) return 'isn’t there any more, or never was';
  if (status === 429) return 'says that it is asked too often';
  if (status >= 500) return 'has trouble of its own';
  return 'doesn’t answer with what was asked for';
}

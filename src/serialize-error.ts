/** An error as the log has it. */
export type SerializedError = {
  type: string;
  message: string;
  code?: string | number;
  /** Of HTTP. */
  status?: number;
  /** Method and path of the request, without the token in it. */
  route?: string;
  stack?: string;
  cause?: SerializedError;
};

const LONGEST_MESSAGE = 500;
const MOST_CAUSES = 3;

/**
 * Writes an error for the log: code, status, route and stack. What it
 * carries besides, such as the body of a request, is left out, because it may be private, secret or
 * large; so is what a refusal of Discord's quotes.
 */
export function serializeError(error: unknown, depth = 0): SerializedError {
  if (!(error instanceof Error)) return { type: typeof error, message: clip(String(error)) };
  const { name, message, stack, cause } = error;
  const { code, status, method, url, rawError } = error as Partial<RequestError>;
  const described: SerializedError = { type: name, message: clip(redact(message)) };
  if (code !== undefined) described.code = code;
  if (status !== undefined) described.status = status;
  if (method && url) described.route = `${method} ${redact(pathOf(url))}`;
  // It quotes what it could not read.
  if (error instanceof SyntaxError) described.message = 'could not be parsed';
  if (rawError) described.message = clip(formatRefusal(rawError));
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  if (frames?.length) described.stack = frames.join('\n');
  if (cause !== undefined && depth < MOST_CAUSES) {
    described.cause = serializeError(cause, depth + 1);
  }
  return described;
}

/** What the errors of Discord's client say of a request. */
type RequestError = {
  code: string | number;
  status: number;
  method: string;
  url: string;
  rawError: { message?: string; errors?: object };
};

/** The token of an interaction, or of a bot. */
const redact = (text: string): string =>
  text
    .replace(/(webhooks\/\d+\/|interactions\/\d+\/)[^/?\s]+/g, '$1:token')
    .replace(/[\w-]{20,}\.[\w-]{6}\.[\w-]{25,}|[\w-]{60,}/g, ':token');

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

const clip = (text: string): string =>
  text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text;

/** Discord's sentence and which fields it refuses, without the sentences that quote them. */
function formatRefusal({ message = '', errors = {} }: RequestError['rawError']): string {
  return [message, ...fieldsOf(errors)].join('; ');
}

function fieldsOf(errors: object, path = ''): readonly string[] {
  return Object.entries(errors).flatMap(([key, value]) => {
    if (key === '_errors')
      return (value as { code: string }[]).map(({ code }) => `${path} ${code}`);
    return value && typeof value === 'object' ? fieldsOf(value, path ? `${path}.${key}` : key) : [];
  });
}

import type { Context } from 'hono';
import { InvalidForm, violation } from '../rules/violation.ts';
import type { UploadedFile } from '../world/attachments.ts';
import { ApiError } from './api-error.ts';

/** Bytes of all files of a request; the limit of a server without extras. */
const MAX_UPLOAD = 10 * 1024 * 1024;

export type Upload = { body: unknown; files: readonly UploadedFile[] };

/**
 * A request's JSON, and the files that came with it.
 * @throws ApiError for broken JSON and files too large, InvalidForm for another kind of body
 * @see https://docs.discord.com/developers/reference#uploading-files
 */
export const readBody = ({ req }: Context): Promise<Upload> =>
  readUpload(req.header('content-type') ?? '', req);

/** The same of anything that came by HTTP, a response too. */
export async function readUpload(
  type: string,
  body: { text(): Promise<string>; formData(): Promise<FormData> },
): Promise<Upload> {
  if (type.startsWith('multipart/form-data')) return readForm(await body.formData());
  const text = await body.text();
  if (text === '') return { body: undefined, files: [] };
  if (type.startsWith('application/json')) return { body: parse(text), files: [] };
  const message =
    "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.";
  throw new InvalidForm([violation([], 'CONTENT_TYPE_INVALID', message)]);
}

async function readForm(form: FormData): Promise<Upload> {
  const payload = form.get('payload_json');
  const uploads = [...form].flatMap(([key, value]) => {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    return index !== undefined && value instanceof File ? [{ index, file: value }] : [];
  });
  if (uploads.reduce((sum, { file }) => sum + file.size, 0) > MAX_UPLOAD) {
    throw new ApiError('fileTooLarge');
  }
  const files = uploads.map(async ({ index, file }) => ({
    index,
    name: file.name,
    type: file.type || 'application/octet-stream',
    bytes: new Uint8Array(await file.arrayBuffer()),
  }));
  const body =
    payload === null ? {} : parse(payload instanceof File ? await payload.text() : payload);
  return { body, files: await Promise.all(files) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('invalidJson');
  }
}

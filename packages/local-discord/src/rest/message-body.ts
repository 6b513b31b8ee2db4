import type { ZodMiniType } from 'zod/mini';
import { check } from '../rules/check.ts';
import { type Fault, fault } from '../rules/fault.ts';
import { readMessageForms } from '../rules/lenient.ts';
import { type MessageBody, messageFaults } from '../rules/message-rules.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { Upload } from './read-body.ts';

/**
 * The checked body of a request that makes a message, or changes one.
 * @param prefix where the message stands in the request
 * @throws InvalidForm with every fault found
 */
export const readMessage = <Body extends MessageBody>(
  schema: ZodMiniType<Body>,
  { body, files }: Upload,
  previous?: StoredMessage,
  prefix: Fault['path'] = [],
): Body =>
  check(
    schema,
    readMessageForms(body),
    [
      (read) => messageFaults(read, previous?.message.flags),
      (read) => attachmentFaults(read, files, previous),
    ],
    prefix,
  );

/** Every listed attachment is an earlier one, or a file of this request. */
function attachmentFaults(
  body: MessageBody,
  files: Upload['files'],
  previous?: StoredMessage,
): readonly Fault[] {
  const earlier = (previous?.files ?? []).map(({ id }) => id);
  const known = new Set([...earlier, ...files.map(({ index }) => index)]);
  return (body.attachments ?? []).flatMap(({ id }, index) =>
    known.has(String(id))
      ? []
      : [fault(['attachments', index, 'id'], 'ATTACHMENT_NOT_FOUND', `No file has the id ${id}.`)],
  );
}

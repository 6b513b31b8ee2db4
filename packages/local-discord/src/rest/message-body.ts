import type { ZodMiniType } from 'zod/mini';
import { check } from '../rules/check.ts';
import { readMessageForms } from '../rules/lenient.ts';
import { type MessageBody, messageViolations } from '../rules/message-rules.ts';
import { type Violation, violation } from '../rules/violation.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { Upload } from './read-body.ts';

/**
 * The checked body of a request that makes a message, or changes one.
 * @param prefix where the message stands in the request
 * @throws InvalidForm with every violation found
 */
export const readMessage = <Body extends MessageBody>(
  schema: ZodMiniType<Body>,
  { body, files }: Upload,
  previous?: StoredMessage,
  prefix: Violation['path'] = [],
): Body =>
  check(
    schema,
    readMessageForms(body),
    [
      (read) => messageViolations(read, previous?.message.flags),
      (read) => attachmentViolations(read, files, previous),
    ],
    prefix,
  );

/** Every listed attachment is an earlier one, or a file of this request. */
function attachmentViolations(
  body: MessageBody,
  files: Upload['files'],
  previous?: StoredMessage,
): readonly Violation[] {
  const earlier = (previous?.files ?? []).map(({ id }) => id);
  const known = new Set([...earlier, ...files.map(({ index }) => index)]);
  return (body.attachments ?? []).flatMap(({ id }, index) =>
    known.has(String(id))
      ? []
      : [
          violation(
            ['attachments', index, 'id'],
            'ATTACHMENT_NOT_FOUND',
            `No file has the id ${id}.`,
          ),
        ],
  );
}

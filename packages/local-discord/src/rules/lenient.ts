type Loose = Record<string, unknown>;

const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A message body with what Discord takes in more forms than its schema says in the form it says:
 * attachment ids as numbers, and embed times with an offset.
 */
export function readMessageForms(body: unknown): unknown {
  if (!isLoose(body)) return body;
  const { attachments, embeds } = body;
  return {
    ...body,
    ...(Array.isArray(attachments) ? { attachments: attachments.map(readAttachment) } : {}),
    ...(Array.isArray(embeds) ? { embeds: embeds.map(readEmbed) } : {}),
  };
}

const readAttachment = (attachment: unknown) =>
  isLoose(attachment) && typeof attachment.id === 'number'
    ? { ...attachment, id: String(attachment.id) }
    : attachment;

function readEmbed(embed: unknown): unknown {
  if (!isLoose(embed) || typeof embed.timestamp !== 'string') return embed;
  const time = /^\d{4}-\d\d-\d\dT/.test(embed.timestamp) ? Date.parse(embed.timestamp) : Number.NaN;
  return Number.isNaN(time) ? embed : { ...embed, timestamp: new Date(time).toISOString() };
}

/** A command body whose permissions, which travel as a string of digits, are a number. */
export function readCommandForms(body: unknown): unknown {
  if (!isLoose(body) || typeof body.default_member_permissions !== 'string') return body;
  const permissions = body.default_member_permissions;
  return /^\d+$/.test(permissions)
    ? { ...body, default_member_permissions: Number(permissions) }
    : body;
}

import {
  AllowedMentionsTypes,
  type APIAllowedMentions,
  type APIEmbed,
  MessageFlags,
} from 'discord-api-types/v10';
import { componentViolations } from './component-rules.ts';
import type { AnyComponent } from './component-tree.ts';
import { embedViolations } from './embed-rules.ts';
import { tooLong, type Violation, violation, within } from './violation.ts';

const MAX_CONTENT = 2000;

/** What all the bodies that make or change a message have in common. */
export type MessageBody = {
  content?: string | null | undefined;
  embeds?: readonly APIEmbed[] | null | undefined;
  components?: readonly AnyComponent[] | null | undefined;
  allowed_mentions?: APIAllowedMentions | null | undefined;
  attachments?:
    | readonly {
        id: string | number;
        filename?: string | undefined;
        description?: string | undefined;
      }[]
    | null
    | undefined;
  flags?: number | null | undefined;
};

/**
 * The rules of a message that its schema does not state.
 * @param earlierFlags of the message that is changed
 */
export function messageViolations(body: MessageBody, earlierFlags = 0): readonly Violation[] {
  const isNewLayout = (((body.flags ?? 0) | earlierFlags) & MessageFlags.IsComponentsV2) !== 0;
  return [
    ...((body.content?.length ?? 0) > MAX_CONTENT ? [tooLong(['content'], MAX_CONTENT)] : []),
    ...within(embedViolations(body.embeds ?? []), 'embeds'),
    ...within(componentViolations(body.components ?? [], isNewLayout), 'components'),
    ...within(mentionViolations(body.allowed_mentions ?? {}), 'allowed_mentions'),
    ...(isNewLayout ? legacyViolations(body) : []),
  ];
}

const legacyViolations = (body: MessageBody): readonly Violation[] =>
  (['content', 'embeds'] as const)
    .filter((field) => (body[field]?.length ?? 0) > 0)
    .map((field) =>
      violation(
        [field],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      ),
    );

/** Naming users while letting all users through contradicts itself, and likewise for roles. */
function mentionViolations(mentions: APIAllowedMentions): readonly Violation[] {
  const lists = { users: AllowedMentionsTypes.User, roles: AllowedMentionsTypes.Role } as const;
  return (['users', 'roles'] as const)
    .filter((list) => mentions[list]?.length && mentions.parse?.includes(lists[list]))
    .map((list) =>
      violation(
        [],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${list}"] and ${list}: [ids...] are mutually exclusive.`,
      ),
    );
}

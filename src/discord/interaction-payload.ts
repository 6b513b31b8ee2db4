import { InteractionType } from 'discord-api-types/v10';
import { z } from 'zod';

/** A command's option as Discord sends it; a subcommand has options of its own. */
const Option = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
  get options() {
    return z.array(Option).optional();
  },
});
export type Option = z.infer<typeof Option>;

const Spoken = z.object({
  content: z.string().default(''),
  embeds: z
    .array(
      z.object({
        url: z.string().nullish(),
        title: z.string().nullish(),
        description: z.string().nullish(),
        footer: z.object({ text: z.string() }).nullish().catch(undefined),
      }),
    )
    .default([]),
});

/**
 * A file that came with an interaction or a message.
 * @see https://docs.discord.com/developers/resources/message#attachment-object
 */
const Attachment = z.object({
  id: z.string(),
  filename: z.string(),
  size: z.number(),
  url: z.url(),
});

/** A message that a message's command was used on. */
const TargetMessage = Spoken.extend({
  attachments: z.array(Attachment).default([]),
  message_snapshots: z.array(z.object({ message: Spoken })).default([]),
});

const CommandData = z.object({
  name: z.string(),
  options: z.array(Option).default([]),
  target_id: z.string().optional(),
  resolved: z
    .object({
      messages: z.record(z.string(), TargetMessage).optional(),
      attachments: z.record(z.string(), Attachment).optional(),
    })
    .optional()
    .catch(undefined),
});

const ComponentData = z.object({
  custom_id: z.string(),
  values: z.array(z.string()).default([]),
});

/** A text of a form; other components have no value of this kind. */
const Input = z.object({
  custom_id: z.string().optional(),
  value: z.string().optional().catch(undefined),
});

/** Each input stands in a label, or in a row as older forms have it. */
const FormAnswer = z.object({
  custom_id: z.string(),
  components: z.array(
    z.object({ component: Input.optional(), components: z.array(Input).optional() }),
  ),
});
export type FormAnswer = z.infer<typeof FormAnswer>;

const User = z.object({ id: z.string() });
const Bits = z.string().regex(/^\d+$/).transform(BigInt);

/** The message whose button, menu or form it was. */
const SourceMessage = z.object({
  id: z.string(),
  flags: z.number().default(0),
  interaction_metadata: z.object({ user: User }).optional().catch(undefined),
});

const common = {
  id: z.string().regex(/^\d+$/),
  application_id: z.string(),
  token: z.string(),
  guild_id: z.string().optional(),
  channel_id: z.string().optional(),
  /** The parent is of a thread its channel, of a channel its category. */
  channel: z
    .object({ id: z.string(), type: z.number(), parent_id: z.string().nullish() })
    .optional(),
  /** Of a server; elsewhere there is a user alone. */
  member: z.object({ user: User, roles: z.array(z.string()), permissions: Bits }).optional(),
  user: User.optional(),
  app_permissions: Bits.default(0n),
  /** `0` for the server that has installed the app, `1` for the person. */
  authorizing_integration_owners: z.object({ 0: z.string().optional() }).default({}),
  message: SourceMessage.optional(),
};

/**
 * An interaction as Discord sends it, by the gateway or by HTTP: the parts that we read.
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
const Interaction = z
  .discriminatedUnion('type', [
    z.object({ ...common, type: z.literal(InteractionType.ApplicationCommand), data: CommandData }),
    z.object({
      ...common,
      type: z.literal(InteractionType.ApplicationCommandAutocomplete),
      data: CommandData,
    }),
    z.object({ ...common, type: z.literal(InteractionType.MessageComponent), data: ComponentData }),
    z.object({ ...common, type: z.literal(InteractionType.ModalSubmit), data: FormAnswer }),
  ])
  .transform(({ user, ...rest }, context) => {
    const from = user ?? rest.member?.user;
    if (from) return { ...rest, user: from };
    context.addIssue('An interaction comes from a user.');
    return z.NEVER;
  });
export type Interaction = z.infer<typeof Interaction>;

type Of<Type extends InteractionType> = Extract<Interaction, { type: Type }>;
export type CommandInteraction = Of<InteractionType.ApplicationCommand>;
export type AutocompleteInteraction = Of<InteractionType.ApplicationCommandAutocomplete>;
export type UsedComponent = Of<InteractionType.MessageComponent | InteractionType.ModalSubmit>;
/** What is answered with a message or a form. */
export type AnswerableInteraction = CommandInteraction | UsedComponent;

/** For the log. */
export const UNREAD = 'An interaction that could not be read was passed over.';

/**
 * Reads an interaction.
 * @returns where it isn't as we know it otherwise, as paths: for the log, which is to hold no content
 */
export function readInteraction(
  payload: unknown,
): { interaction: Interaction } | { problems: readonly string[] } {
  const { data, error } = Interaction.safeParse(payload);
  if (data) return { interaction: data };
  return { problems: error.issues.map(({ path }) => path.join('.')) };
}

/** When it was made, in milliseconds since 1970. */
export const createdAt = ({ id }: Pick<Interaction, 'id'>): number =>
  Number(BigInt(id) >> 22n) + 1_420_070_400_000;

/**
 * The package ships its zod schemas as plain JavaScript. Only those used here are named; what each
 * accepts is what discord-api-types says of it.
 */
declare module 'discord-api-spec/zod' {
  import type {
    APIModalInteractionResponseCallbackData,
    APICommandAutocompleteInteractionResponseCallbackData as Choices,
    RESTPatchAPIApplicationCommandJSONBody,
    RESTPatchAPIChannelMessageJSONBody,
    RESTPatchCurrentApplicationJSONBody,
    RESTPostAPIApplicationCommandsJSONBody,
    RESTPostAPIChannelMessageJSONBody,
    RESTPostAPIChannelMessagesThreadsJSONBody,
    RESTPostAPIChannelThreadsJSONBody,
    RESTPostAPICurrentUserCreateDMChannelJSONBody,
    RESTPostAPIInteractionFollowupJSONBody,
  } from 'discord-api-types/v10';
  import type { ZodMiniType } from 'zod/mini';

  type Accepts<Body> = ZodMiniType<Body>;

  export const ApplicationCommandCreateRequestSchema: Accepts<RESTPostAPIApplicationCommandsJSONBody>;
  export const ApplicationCommandPatchRequestPartialSchema: Accepts<RESTPatchAPIApplicationCommandJSONBody>;
  export const ApplicationFormPartialSchema: Accepts<RESTPatchCurrentApplicationJSONBody>;
  export const CreatePrivateChannelRequestSchema: Accepts<RESTPostAPICurrentUserCreateDMChannelJSONBody>;
  export const CreateTextThreadWithMessageRequestSchema: Accepts<RESTPostAPIChannelMessagesThreadsJSONBody>;
  export const CreateTextThreadWithoutMessageRequestSchema: Accepts<RESTPostAPIChannelThreadsJSONBody>;
  export const IncomingWebhookInteractionRequestSchema: Accepts<RESTPostAPIInteractionFollowupJSONBody>;
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: Accepts<RESTPatchAPIChannelMessageJSONBody>;
  export const InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema: Accepts<Choices>;
  export const InteractionApplicationCommandAutocompleteCallbackNumberDataSchema: Accepts<Choices>;
  export const InteractionApplicationCommandAutocompleteCallbackStringDataSchema: Accepts<Choices>;
  export const MessageCreateRequestSchema: Accepts<RESTPostAPIChannelMessageJSONBody>;
  export const MessageEditRequestPartialSchema: Accepts<RESTPatchAPIChannelMessageJSONBody>;
  export const ModalInteractionCallbackRequestDataSchema: Accepts<APIModalInteractionResponseCallbackData>;
}

import type { Post } from '../interactions/channels.ts';
import type { Reply } from '../interactions/command.ts';

/** An answer as a message of its own, which answers no interaction. */
export const toPost = ({ content, embeds, components = [] }: Reply): Post => ({
  ...(content !== undefined && { content }),
  embeds,
  components,
});

import { LIMITS } from '../cards/limits.ts';
import { listCard } from '../cards/list-card.ts';
import { openMenu } from '../cards/open-menu.ts';
import { cardReply } from '../documents/card-reply.ts';
import { linkedDocuments } from '../documents/linked-documents.ts';
import { defineCommand } from '../interactions/command.ts';
import { messageCommand } from '../interactions/declaration.ts';
import { linkedDocumentWords as words } from '../wording/naming.ts';

/** Links that are named although they lead to nothing here. */
const NAMED = 5;

/** `Open linked documents`, in the menu of a message: what it links to, for the invoker alone. */
export const openLinkedDocuments = defineCommand({
  data: messageCommand('Open linked documents'),

  isPrivate: () => true,
  read: linkedDocuments,

  async run({ documents, unheld }, services, invoker) {
    const [only, ...others] = documents;
    if (only && others.length + unheld.length === 0) {
      return cardReply(only, true, services, invoker);
    }
    const entries = documents.slice(0, LIMITS.choices).map((document) => ({ document }));
    const left = documents.length - entries.length;
    const embed = listCard({
      title: words.title,
      lead: unheldLine(unheld),
      entries,
      from: 1,
      tail: left > 0 ? words.more(left) : undefined,
      footer: [],
    });
    return { embeds: [embed], components: openMenu(entries, 1), private: true };
  },
});

function unheldLine(unheld: readonly string[]): string | undefined {
  if (unheld.length === 0) return undefined;
  const named = unheld.slice(0, NAMED).map((link) => `\`${link.replaceAll('`', '')}\``);
  return words.unheld(unheld.length, named);
}

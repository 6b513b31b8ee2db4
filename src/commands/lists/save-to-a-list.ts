import { documentOption } from '../../cards/choice.ts';
import { menuRow } from '../../cards/components.ts';
import { LIMITS } from '../../cards/limits.ts';
import { notice } from '../../cards/notice.ts';
import { customId } from '../../cards/routes.ts';
import { linkedDocuments } from '../../documents/linked-documents.ts';
import { defineCommand } from '../../interactions/command.ts';
import { messageCommand } from '../../interactions/declaration.ts';
import { listItemWords } from '../../wording/list-items.ts';
import { askWhichList } from './save.ts';

const words = listItemWords.save;

/** `Save to a list`, in the menu of a message: its documents into a list, for the invoker alone. */
export const saveToAList = defineCommand({
  data: messageCommand('Save to a list'),

  isPrivate: () => true,
  read: linkedDocuments,

  async run({ documents }, services, invoker) {
    const [only, ...others] = documents;
    if (only && others.length === 0) return askWhichList(only, services, invoker);
    const options = documents
      .slice(0, LIMITS.choices)
      .map((document, index) => documentOption(document, index + 1));
    const text =
      documents.length > LIMITS.choices ? words.whichOfFirst(LIMITS.choices) : words.whichDocument;
    return {
      embeds: [notice(words.title, text)],
      components: [menuRow(customId('list', 'save'), words.documentMenu, options)],
      private: true,
    };
  },
});

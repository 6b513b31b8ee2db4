import { filesOf } from '../../interactions/attachments.ts';
import type { Command } from '../../interactions/command.ts';
import { messageCommand } from '../../interactions/declaration.ts';
import { importFrom } from './import-file.ts';

/** `Import this file`, in the menu of a message: as `/archive import`, with the message's file. */
export const importThisFile: Command = {
  data: messageCommand('Import this file'),

  prepare: (options, services) => ({
    private: true,
    run: (invoker) => importFrom(filesOf(options, 'files'), services, invoker),
  }),
};

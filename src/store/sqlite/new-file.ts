import { existsSync } from 'node:fs';
import type { Logger } from '../../log.ts';

/** What stands where a database is to be opened: it, nothing yet, or nothing any more. */
export type FileState = 'there' | 'new' | 'gone';

/** @param snapshot kept beside the database, and only ever made by a bot that had one */
export function fileState(file: string, snapshot: string): FileState {
  if (existsSync(file)) return 'there';
  return existsSync(snapshot) ? 'gone' : 'new';
}

/** @param state before the file was opened */
export function logNewFile(database: string, state: FileState, log: Logger): void {
  if (state === 'gone') {
    log.warn(
      { database },
      'The database that was here is gone, so a new one was made, without lists, shares and settings. If that was not meant, stop the bot and put it back from a backup.',
    );
  } else if (state === 'new') {
    log.info({ database }, 'There was no database here, so a new one was made.');
  }
}

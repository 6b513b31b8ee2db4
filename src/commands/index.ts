import type { Command } from '../interactions/command.ts';
import { about } from './about.ts';
import { archive } from './archive/archive.ts';
import { importThisFile } from './archive/import-this-file.ts';
import { checkQuotation } from './check-quotation.ts';
import { cite } from './cite.ts';
import { collection } from './collection.ts';
import { daily } from './daily.ts';
import { date } from './date.ts';
import { document } from './document.ts';
import { findDocuments } from './find-documents.ts';
import { help } from './help/help.ts';
import { list } from './lists/list.ts';
import { saveToAList } from './lists/save-to-a-list.ts';
import { onthisday } from './onthisday.ts';
import { openLinkedDocuments } from './open-linked-documents.ts';
import { passages } from './passages/passages.ts';
import { privacy } from './privacy/privacy.ts';
import { quote } from './quote.ts';
import { random } from './random.ts';
import { related } from './related.ts';
import { search } from './search/search.ts';
import { settings } from './settings/settings.ts';
import { timeline } from './timeline.ts';
import { watch } from './watch/watch.ts';

/** Every command: what is registered with Discord and what is answered. */
export const commands: readonly Command[] = [
  search,
  passages,
  document,
  cite,
  quote,
  list,
  watch,
  archive,
  related,
  onthisday,
  date,
  random,
  timeline,
  collection,
  about,
  help,
  daily,
  settings,
  privacy,
  findDocuments,
  openLinkedDocuments,
  saveToAList,
  checkQuotation,
  importThisFile,
];

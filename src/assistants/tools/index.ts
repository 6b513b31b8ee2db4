import { checkQuotation } from './check-quotation.ts';
import { cite } from './cite.ts';
import { get } from './get.ts';
import { onDate } from './on-date.ts';
import { passages } from './passages.ts';
import { search } from './search.ts';
import type { Tool } from './tool.ts';

/** All that an assistant can ask. */
export const tools: readonly Tool[] = [search, get, onDate, passages, cite, checkQuotation];

import { join } from 'node:path';

/** Where the documents are that were read from an upload, one a line. */
export const uploadedPath = (folder: string): string => join(folder, 'documents.jsonl');

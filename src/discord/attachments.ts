import { UserError } from '../errors.ts';
import type { Attachment, Attachments } from '../interactions/attachments.ts';
import { importWords } from '../wording/imports.ts';
import type { Connection } from './connection.ts';

const words = importWords.download;

/** Where Discord keeps files. */
const HOSTS = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
/** How long a download may take in all. */
const WITHIN_MS = 60_000;

/**
 * Files that people have sent, from where Discord keeps them and from nowhere else: a Discord of our
 * own keeps them itself.
 */
export function createAttachments({ apiUrl }: Pick<Connection, 'apiUrl'>): Attachments {
  const origins = new Set([...HOSTS, ...(apiUrl ? [new URL(apiUrl).origin] : [])]);
  return {
    async download(attachment, most) {
      const { filename, size, url } = attachment;
      if (!origins.has(new URL(url).origin)) throw new UserError(words.notFromDiscord);
      if (size > most) throw tooLarge(filename, most);
      const response = await fetch(url, {
        redirect: 'error',
        signal: AbortSignal.timeout(WITHIN_MS),
      }).catch(() => undefined);
      if (!response?.ok || !response.body) {
        await response?.body?.cancel();
        throw notRead(attachment, response?.status);
      }
      const pieces: Uint8Array[] = [];
      let length = 0;
      try {
        for await (const piece of response.body) {
          length += piece.length;
          // What was announced need not be what comes.
          if (length > most) throw tooLarge(filename, most);
          pieces.push(piece);
        }
      } catch (error) {
        if (error instanceof UserError) throw error;
        throw notRead(attachment, undefined);
      }
      return Buffer.concat(pieces);
    },
  };
}

const tooLarge = (filename: string, most: number) =>
  new UserError(words.tooLarge(filename, Math.floor(most / 1024 / 1024)));

/** A file that was deleted, or whose address has expired, is gone; all else may pass. */
const notRead = ({ filename }: Attachment, status: number | undefined) =>
  new UserError(status === 404 || status === 403 ? words.gone(filename) : words.failed(filename));

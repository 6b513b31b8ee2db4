import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SourceFailure } from '../source-failure.ts';
import { describeNetworkError } from './describe-refusal.ts';
import type { Answer } from './requests.ts';
import { withoutQuery } from './without-query.ts';

/** What is held in memory of one answer, in bytes: a page of a list is a hundredth of that. */
const LARGEST_TEXT = 32 * 1024 * 1024;

/** What watches over an answer while it is read. */
export type BodyWatch = {
  /** Told of each piece. @throws SourceFailure if it is one too many */
  arrived(bytes: number): void;
  /** Told once, when nothing more is read. */
  ended(): void;
};

/** Makes the ways in which an answer can be read. */
export function readableAnswer(response: Response, address: URL, watch: BodyWatch): Answer {
  const { status, headers, body } = response;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of body ?? []) {
        watch.arrived(piece.length);
        yield piece;
      }
    } catch (error) {
      if (error instanceof SourceFailure || codeOfFile(error)) throw error;
      const { reason } = describeNetworkError(error);
      throw new SourceFailure(`${withoutQuery(address)} was cut off in the middle: ${reason}.`, {
        cause: error,
      });
    } finally {
      watch.ended();
    }
  }
  return {
    status,
    headers,
    address,
    async text() {
      const parts: Uint8Array[] = [];
      let size = 0;
      for await (const piece of pieces()) {
        size += piece.length;
        if (size > LARGEST_TEXT) {
          throw new SourceFailure(
            `${withoutQuery(address)} answers with more than can be read at once (${LARGEST_TEXT} bytes).`,
          );
        }
        parts.push(piece);
      }
      return new TextDecoder().decode(Buffer.concat(parts));
    },
    save: (path) => pipeline(Readable.from(pieces()), createWriteStream(path)),
    async discard() {
      watch.ended();
      await body?.cancel();
    },
  };
}

/** Whether the file that is written fails, and not what is read. */
const codeOfFile = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');

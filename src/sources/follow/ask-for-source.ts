import { SourceError } from '../../data/import/format.ts';
import type { Source } from '../kinds/kind.ts';
import { SourceFailure } from '../source-failure.ts';
import { type FollowingContext, followSource, type SourceYield } from './follow-source.ts';

/** A source that was asked, and what it gave or why it failed. */
export type Asked = {
  source: Source;
  askedAt: Date;
  /** Whether all of it was asked for. */
  isForAll: boolean;
  /** Until when it asks to be left alone; null if it doesn't. */
  notBefore: Date | null;
  result: SourceYield | SourceFailure;
  /** Shows a text without the keys that the source was asked with. */
  conceal(text: string): string;
};

/** One that gave something to put into the corpus: it neither failed nor is as it was. */
export type WithNews = Asked & { result: SourceYield };

export const hasNews = (asked: Asked): asked is WithNews =>
  !(asked.result instanceof SourceFailure) && asked.result.extent !== 'nothing';

/** What asking needs beside what following does. */
type Asking = Omit<FollowingContext, 'secret'> & {
  environment: Readonly<Record<string, string | undefined>>;
  onError?(error: unknown, source: string): void;
};

/** Follows a source, whatever comes of it. */
export async function askForSource(
  source: Source,
  { environment, onError, ...context }: Asking,
): Promise<Pick<Asked, 'source' | 'result' | 'conceal'>> {
  const secrets = new Set<string>();
  const conceal = (text: string) =>
    [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '…'), text);
  const secret = (variable: string) => {
    const value = environment[variable]?.trim();
    if (!value) throw new SourceFailure(`${variable} is not set in the environment.`);
    if (!/^[\x21-\x7e]+$/.test(value)) {
      throw new SourceFailure(`${variable} holds a character that no key has; copy the key again.`);
    }
    secrets.add(value);
    secrets.add(encodeURIComponent(value));
    return value;
  };
  try {
    return { source, conceal, result: await followSource(source, { ...context, secret }) };
  } catch (error) {
    return { source, conceal, result: toFailure(error, () => onError?.(error, source.name)) };
  }
}

function toFailure(error: unknown, tell: () => void): SourceFailure {
  if (error instanceof SourceFailure) return error;
  if (error instanceof SourceError) return new SourceFailure(`What came ${error.message}.`);
  tell();
  const { code, name } = error as NodeJS.ErrnoException;
  return new SourceFailure(
    `It could not be followed because of an error on this side (${code ?? name}).`,
  );
}

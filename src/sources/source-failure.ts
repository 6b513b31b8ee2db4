/**
 * Why a source could not be followed this time, as a sentence or two for whoever looks after it. Its
 * documents stay as they are. It holds no keys, and no queries of addresses, which may hold some.
 */
export class SourceFailure extends Error {
  override name = 'SourceFailure';
  /** A path in the message, which only those see who run the bot; null if it names none. */
  readonly path: string | null;

  constructor(
    message: string,
    { path = null, cause }: { path?: string | null; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.path = path;
  }
}

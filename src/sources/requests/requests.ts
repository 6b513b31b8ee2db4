/**
 * Asks over the web on behalf of one source, and only the hosts that it names. What goes wrong is a
 * `SourceFailure` that quotes no query of an address.
 */
export type Requests = {
  /**
   * Asks once, and again where the server says that it is busy: after `Retry-After`, or with growing
   * pauses. A `Backoff` of any answer holds for the next question. Redirects are followed on the same
   * host.
   * @throws SourceFailure for a host that the source doesn't name, a server that can't be reached, a
   *   status that isn't expected, too many requests, or a wait that is too long
   */
  get(address: string | URL, options?: RequestOptions): Promise<Answer>;
  /** Until when the last answer asks to be left alone; null if it doesn't, or that time is over. */
  notBefore(): Date | null;
};

export type RequestOptions = {
  headers?: Readonly<Record<string, string>>;
  /** Statuses that the caller takes itself, beside 200 to 299. */
  expects?: readonly number[];
};

/** What a server answered; the body is read once, by one of these. */
export type Answer = {
  status: number;
  headers: Headers;
  /** Where it came from in the end. */
  address: URL;
  /**
   * The body as UTF-8.
   * @throws SourceFailure for a body that is cut off, too slow or too large
   */
  text(): Promise<string>;
  /**
   * Writes the body to a file.
   * @throws SourceFailure as above
   */
  save(path: string): Promise<void>;
  /** Leaves the body unread. */
  discard(): Promise<void>;
};

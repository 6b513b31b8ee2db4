/** A document as test collections have it. */
export type PeerDocument = { id: string; title: string; text: string; year?: number };

/** What is asked, beside plain words. */
export type Question = {
  text: string;
  isPhrase?: boolean;
  /** The beginning of a word, as it is typed. */
  isPrefix?: boolean;
  isMisspelt?: boolean;
  isName?: boolean;
  /** Counted by collection, decade and person, too. */
  hasFacets?: boolean;
  /** First and last. */
  years?: readonly [number, number];
};

/** A filled index, to be asked. */
export type Peer = {
  /** Ids of the best hits, the best first; null for what the engine doesn't do. */
  search(question: Question, limit: number): Promise<readonly string[] | null>;
  /** All of it, to be loaded again; undefined where the engine has no such thing. */
  snapshot?(): string | Uint8Array;
};

/** How a search engine is set up, as its own documentation does it. */
export type PeerKind = {
  name: string;
  /** Makes what the engine is built from, which is no part of building it. */
  prepare?(documents: readonly PeerDocument[]): void;
  build(documents: readonly PeerDocument[]): Promise<Peer>;
  /**
   * Changes 1,000 documents of an archive.
   * @returns the milliseconds from when it is told until they are found
   */
  change?(documents: readonly PeerDocument[]): Promise<number>;
  /** @param documents those that it was built from, for an engine that doesn't keep them */
  load?(snapshot: string | Uint8Array, documents: readonly PeerDocument[]): Promise<Peer>;
};

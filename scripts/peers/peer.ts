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
  /** First and last. */
  years?: readonly [number, number];
};

/** A filled index, to be asked. */
export type Peer = {
  /** Ids of the best hits, the best first; null for what the engine doesn't do. */
  search(question: Question, limit: number): Promise<readonly string[] | null>;
  /** All of it, to be loaded again; undefined if the engine has no such thing. */
  snapshot?(): string | Uint8Array;
};

/** How a search engine is set up, as its own documentation does it. */
export type PeerKind = {
  name: string;
  build(documents: readonly PeerDocument[]): Promise<Peer>;
  /** @param documents those that it was built from, for an engine that doesn't keep them */
  load?(snapshot: string | Uint8Array, documents: readonly PeerDocument[]): Promise<Peer>;
};

/** A document as test collections have it. */
export type Entry = { id: string; title: string; text: string };

/** A filled index, to be asked. */
type Peer = {
  /** Ids of the best hits, the best first. */
  search(text: string, limit: number): Promise<readonly string[]>;
};

/** How a search engine is set up, as its own documentation does it. */
export type PeerKind = {
  name: string;
  build(documents: readonly Entry[]): Promise<Peer>;
};

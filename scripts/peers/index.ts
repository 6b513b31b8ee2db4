import { flexsearch } from './flexsearch.ts';
import { lunrDefault } from './lunr.ts';
import { minisearchDefault } from './minisearch-default.ts';
import { orama } from './orama.ts';
import type { PeerKind } from './peer.ts';
import { readingRoom } from './reading-room.ts';
import { sqliteFts5 } from './sqlite-fts5.ts';

/** What is measured: the product's engine first, then what others would use. */
export const peers: readonly PeerKind[] = [
  readingRoom,
  minisearchDefault,
  sqliteFts5,
  lunrDefault,
  flexsearch,
  orama,
];

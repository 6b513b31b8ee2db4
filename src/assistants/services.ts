import type { Archive } from '../search/archive.ts';

/** What a tool has at hand while it answers one call. */
export type Services = {
  archive: Archive;
  now(): Date;
  /** The IANA zone in which "today" is today. */
  timeZone: string;
};

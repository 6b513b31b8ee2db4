/** The part of the untyped package that is used here. */
declare module 'edtf' {
  /** 0 and false say no; true is the whole date, a number the masked digits of it. */
  type Mark = boolean | number;

  /** A date as the grammar has it; months count from 0, a day with a time has more values. */
  export type DateNode = {
    type?: 'Date';
    values: [number, number?, number?, ...number[]];
    uncertain?: Mark;
    approximate?: Mark;
    unspecified?: Mark;
  };

  export type Node =
    | (DateNode & { type: 'Date' })
    | { type: 'Season'; values: [number, number] }
    | { type: 'Year'; values: [number]; significant?: number }
    /** Null if unknown (`/1950`), Infinity if open (`../1950`). */
    | { type: 'Interval'; values: [DateNode | number | null, DateNode | number | null] }
    | {
        /** `Set` is one of several, `List` all of several; `earlier` and `later` leave it open. */
        type: 'Set' | 'List';
        values: (DateNode | [DateNode, DateNode])[];
        earlier?: boolean;
        later?: boolean;
      }
    | { type: 'Decade' | 'Century'; values: [number] };

  /** @throws where the text isn't EDTF */
  export function parse(text: string): Node;

  /** The first and last millisecond that a date can mean, in UTC. */
  class EdtfDate {
    constructor(node: DateNode);
    readonly min: number;
    readonly max: number;
  }

  export { EdtfDate as Date };
}

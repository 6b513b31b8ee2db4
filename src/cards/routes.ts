/** A list whose pages are turned, asked again, and asked otherwise. */
type Pages = {
  turn: [view: string, page: number];
  again: [view: string];
  vary: [view: string, key?: string];
};

/**
 * Everything that buttons, menus and forms lead to: the command that owns it, what it does, and what
 * its custom id carries. Ids stand under messages for years, so that a route is never renamed.
 */
export type Routes = {
  search: Pages & {
    /** A list for one of the documents shown, or a watch for what was asked. */
    save: [view: string, page: number];
    watch: [view: string];
    /** What a watch looks for, as it is kept. */
    watched: [view: string];
  };
  date: Pages;
  onthisday: Pages;
  passages: Pages & {
    cite: [view: string, page: number];
    save: [view: string, page: number];
  };
  document: Pages & {
    /** A menu: the document is its choice. The question is the one that it was found by. */
    open: [question?: string];
    /** A button: the document is in it. */
    card: [document: string];
    /** One of several menus under a message, by its number. */
    choose: [menu: number];
    share: [document: string];
    note: [document: string];
    noted: [document: string];
    discuss: [document: string];
    related: [document: string];
    /** What of its text answers the question, or words that are asked for first. */
    passages: [document: string, question?: string];
    seek: [document: string];
    sought: [document: string];
    remove: [document: string];
  };
  cite: {
    card: [document: string];
    style: [document: string];
    file: [document: string, format: string];
  };
  archive: {
    /** A form that was filled in; what it says is kept for its buttons. */
    typed: [];
    change: [view: string];
    add: [view: string];
    /** A menu: the file is its choice. */
    pick: [view: string];
    take: [view: string];
    leave: [];
    undo: [version: number];
    more: [version: number, index: number, part: number];
  };
  list: Pages & {
    /** Of a menu, the document is its choice. */
    save: [document?: string];
    into: [document: string];
    new: [document: string];
    named: [document: string];
    why: [list: number | string, document: string];
    said: [list: number | string, document: string];
    erase: [list: number];
    spare: [list: number];
    restore: [list: number];
    undo: [view: string];
  };
  watch: {
    /** The digest tells the message from others. */
    stop: [watch: string, digest?: string];
    here: [watch: string];
  };
  privacy: { export: []; forget: []; forgotten: []; stay: [] };
};

export type Owner = keyof Routes;

/** Those that have pages. */
export type PagesOwner = {
  [Name in Owner]: Routes[Name] extends Pages ? Name : never;
}[Owner];

type Carried<To> = To extends readonly (string | number | undefined)[] ? To : never;

/**
 * A component's custom id. Everything a click needs is in it or in the store, so that it works after a
 * restart.
 */
export const customId = <Name extends Owner, Action extends string & keyof Routes[Name]>(
  owner: Name,
  action: Action,
  ...args: Carried<Routes[Name][Action]>
): string => [owner, action, ...args].join(':');

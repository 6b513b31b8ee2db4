const LONGEST = 200;

/** Whether a text is too long to be a date, whatever dates are in it. */
export const isProse = (text: string): boolean => text.length > LONGEST;

/** A number as English prints it: 6,494. */
export const count = (number: number): string => number.toLocaleString('en');

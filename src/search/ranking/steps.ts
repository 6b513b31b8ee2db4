/**
 * What a document holds of a short question, and how well it answers by its words, as one number: so much
 * is added for each step. Words alone hardly ever score as much.
 */
export const STEP = 64;

/** How many values of a facet are counted for whoever adds them to others. */
export const MOST_ADDED_UP = 1000;

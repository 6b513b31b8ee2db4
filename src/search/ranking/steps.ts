/**
 * What a document holds of a short question, and how well it answers by its words, as one number: so much
 * is added for each step. Words alone hardly ever score as much.
 */
export const STEP = 64;

/**
 * Steps of a document whose whole title was typed, and of the one whose id was: more than what it holds of
 * a question can give.
 */
export const FIRST_STEPS = {
  records: { title: 8, id: 32 },
  texts: { title: 0, id: 0 },
  both: { title: 32, id: 64 },
};

/** How many values of a facet are counted for whoever adds them to others. */
export const MOST_ADDED_UP = 1000;

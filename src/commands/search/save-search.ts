import { documentOption } from '../../cards/choice.ts';
import { button, buttonRow, menuRow } from '../../cards/components.ts';
import { notice } from '../../cards/notice.ts';
import { customId } from '../../cards/routes.ts';
import { UserError } from '../../errors.ts';
import type { ComponentHandler, Services } from '../../interactions/command.ts';
import type { Pages } from '../../interactions/paged.ts';
import { beginWatch } from '../../watches/begin-watch.ts';
import { WatchQuestion } from '../../watches/question.ts';
import { searchingWords as words } from '../../wording/searching.ts';
import { narrowedWords } from './narrowing.ts';
import type { SearchInput } from './search-input.ts';
import { filterWords, queryOf } from './search-page.ts';

/** What `Save` under the hits of a search leads to. */
export const savingOf = (
  pages: Pages<SearchInput>,
): Record<'save' | 'watch' | 'watched', ComponentHandler> => ({
  /** Asks which of the documents shown is to be saved; or all that will come can be watched for. */
  async save({ args: [view = '', wanted] }, services) {
    const input = await pages.question(view, services);
    const query = queryOf(input, Math.max(0, Math.trunc(Number(wanted)) || 0));
    const { hits } = await services.archive.search(query);
    const options = hits.map(({ document }, index) =>
      documentOption(document, query.offset + index + 1),
    );
    return {
      embeds: [notice(words.saving.title, words.saving.what)],
      components: [
        ...(options.length > 0
          ? [menuRow(customId('list', 'save'), words.saving.documentMenu, options)]
          : []),
        buttonRow(button(words.watchButton, customId('search', 'watch', view), { primary: true })),
      ],
      private: true,
    };
  },

  async watch({ args: [view = ''] }, services, invoker) {
    const input = await pages.question(view, services);
    return beginWatch(await toWatched(input, services), 'dm', services, invoker);
  },

  /** Searches for what a watch looks for. */
  async watched({ args: [view = ''] }, services, invoker) {
    const kept = await services.store.views.find(view);
    const read = WatchQuestion.safeParse(kept?.input);
    if (!read.success) throw new UserError(words.expired);
    return pages.open(toSearch(read.data), services, invoker);
  },
});

/** A search as something to watch for: misspelt words as they were searched for. */
async function toWatched(input: SearchInput, { archive }: Services): Promise<WatchQuestion> {
  const { corrections } = await archive.search({ ...queryOf(input, 0), limit: 0 });
  return {
    query: corrected(input.query, corrections),
    filter: queryOf(input, 0).filter,
    words: filterWords(input),
    expandsNames: input.expandsNames,
    changes: false,
  };
}

/** Words that are a part of others stay. */
const corrected = (query: string, corrections: readonly { typed: string; used: string }[]) =>
  corrections.reduce(
    (text, { typed, used }) =>
      text.replaceAll(
        new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(typed)}(?![\\p{L}\\p{N}])`, 'giu'),
        () => used,
      ),
    query,
  );

const toSearch = ({ query, filter, words: phrases, expandsNames }: WatchQuestion): SearchInput => {
  const { person, ...asked } = filter;
  const narrowed = person === undefined ? {} : { person };
  const ofPerson = narrowedWords(narrowed);
  return {
    query,
    asked: {
      filter: asked,
      words: phrases.filter((phrase) => !ofPerson.includes(phrase)),
      readAs: [],
    },
    sort: 'relevance',
    private: true,
    narrowed,
    expandsNames,
    corrects: false,
    adoptsOffers: false,
    evenEmpty: false,
    opens: false,
  };
};

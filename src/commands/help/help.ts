import { COLOUR } from '../../cards/colour.ts';
import { oneLine } from '../../cards/escape.ts';
import { clip, clipEscaped, LIMITS } from '../../cards/limits.ts';
import { defineCommand, type Services } from '../../interactions/command.ts';
import { slashCommand } from '../../interactions/declaration.ts';
import type { Query } from '../../search/hits.ts';
import { count } from '../../wording/count.ts';
import { type Examples, examplesFrom } from './examples.ts';

const LONGEST_EXAMPLE = 120;

/** `/help`: what one can do here, each shown with something that this corpus holds. */
export const help = defineCommand({
  data: slashCommand('help', 'What you can do here, with examples from this archive'),
  isPrivate: () => true,
  read: () => undefined,

  async run(_input, services) {
    const example = await services.archive.example();
    const examples = example && examplesFrom(example);
    const fields = examples ? await fieldsOf(examples, services) : [];
    const { documents, collections } = await services.archive.summary();
    const holds = `${count(documents)} documents of ${count(collections.length)} ${collections.length === 1 ? 'collection' : 'collections'}`;
    return {
      embeds: [
        {
          color: COLOUR.paper,
          title: 'What you can do here',
          description: `This reading room holds ${holds}. Every example below finds something in it. With \`private:true\` an answer is for you alone; a private card has a button that shares it.`,
          fields: fields.flatMap(([name, lines]) => {
            const value = clipEscaped(lines.filter(Boolean).join('\n'), LIMITS.fieldValue);
            return value ? [{ name, value }] : [];
          }),
        },
      ],
      private: true,
    };
  },
});

type Field = [name: string, lines: (string | undefined)[]];

async function fieldsOf(examples: Examples, services: Services): Promise<Field[]> {
  const { title, word, phrase, quotation, person, place, collection, reference, day, month, year } =
    examples;
  const searched = async (typed: string | undefined) =>
    typed && `${code(`/search query:${typed}`)} ${await found(typed, services)}`;
  return [
    [
      'Find documents',
      [
        await searched(word),
        await searched(phrase && `"${phrase}"`),
        await searched(person && `person:"${person}"`),
        await searched(place && `place:"${place}"`),
        await searched(year && `${word} during:${year}`),
        await searched(reference && `ref:"${reference}"`),
        `Also ${code('-without')}, ${code('OR')}, ${code('title:')} and ${code('since:')}; in ${code(collection)} alone with ${code('coll:')}.`,
        `${code('in:records')} or ${code('in:texts')} looks in descriptions or in the texts alone`,
        await answered(title, services),
        'Mention me in a message with `[[a title]]`, `[[a date]]`, a link or an id for a small card, or with words for a search.',
        'On any message: Apps, then *Find documents*, to search for what it mentions, or *Open linked documents*.',
      ],
    ],
    [
      'Dates',
      [
        day && `${code(`/onthisday date:${day}`)} what happened on a day of the year`,
        month && `${code(`/date when:${month}`)} all of a month; a day, a year or a span as well`,
        `${code(`/timeline query:${word}`)} a picture of when they are from`,
        `${code(`/collection name:${collection}`)} what it holds, its span and its gaps`,
      ],
    ],
    [
      'In the discussion',
      [
        `${code(`/document title:${title}`)} puts the card into the channel`,
        `${code(`/related document:${title}`)} what is most like it, and why`,
        'A document’s link, id or archival reference works wherever its title does.',
        `${code('/random')} draws a document that this channel hasn’t seen yet`,
        `${code('/about')} what is loaded, and what is known to be missing`,
        `${code('/privacy show')} what is stored about you, and how to have it deleted`,
        'Under a card: share it, with a note if you like, discuss it, or remove it.',
      ],
    ],
    [
      'Collect and cite',
      [
        `${code(`/list create name:${word}`)} makes a list, for you or for the server`,
        `${code(`/list add list:${word} document:${title}`)} keeps a document, with a note why`,
        `${code(`/list show list:${word}`)} what is in it; *list export* gives one file for Zotero or to read`,
        'On a message with a card or a link: Apps, then *Save to a list*.',
        `${code(`/cite document:${title} style:apa`)} cites it, or gives a file`,
        `${code(`/watch add query:${word}`)} tells you of new documents that it finds; *Save* under a search does the same`,
        quotation && `${code(`/quote text:${quotation}`)} whether a quotation is exact, and where`,
        'On any message: Apps, then *Check quotation*, to check what it quotes.',
      ],
    ],
    [
      'Add documents',
      [
        '*archive add* adds one by a form; *archive import* a file, such as a table',
        'On a message with a file: Apps, then *Import this file*.',
        '*archive undo* takes back what you added; *archive export* gives all of it',
      ],
    ],
    [
      'For server managers',
      [
        `${code('/settings memory')} whether cards say when they came up before; *settings mentions* where I answer when mentioned`,
        `${code('/settings editors')} which role may add documents`,
        '*daily set* posts the day’s documents to a channel every day',
      ],
    ],
  ];
}

/** How the texts are asked, with an example where one finds something. */
async function answered(question: string, { archive }: Services): Promise<string> {
  const window = { offset: 0, limit: 1 };
  const { total } = await archive.passages({ question, filter: {}, window });
  return total > 0
    ? `${code(`/passages question:${question}`)} what the texts say, word for word`
    : '*passages* shows what the texts say to a question, word for word, where texts are loaded.';
}

/** How many documents a text finds. */
async function found(text: string, { archive }: Services): Promise<string> {
  const query: Query = { text, filter: {}, sort: 'relevance', offset: 0, limit: 1 };
  const { total } = await archive.search(query);
  return `finds ${count(total)}`;
}

/** As it is typed: nothing in it formats, and no backtick ends it. */
const code = (text: string): string =>
  `\`${clip(oneLine(text).replaceAll('`', '’'), LONGEST_EXAMPLE)}\``;

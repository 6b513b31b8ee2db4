import { COLOUR } from '../../cards/colour.ts';
import { oneLine } from '../../cards/escape.ts';
import { clip, clipEscaped, LIMITS } from '../../cards/limits.ts';
import { defineCommand, type Services } from '../../interactions/command.ts';
import { slashCommand } from '../../interactions/declaration.ts';
import type { Query } from '../../search/questions.ts';
import { helpWords as words } from '../../wording/help.ts';
import { type Examples, examplesFrom } from './examples.ts';

const LONGEST_EXAMPLE = 120;

/** `/help`: what one can do here, each shown with something that this corpus holds. */
export const help = defineCommand({
  data: slashCommand('help', words.command),
  isPrivate: () => true,
  read: () => undefined,

  async run(_input, services) {
    const example = await services.archive.example();
    const examples = example && examplesFrom(example);
    const fields = examples ? await fieldsOf(examples, services) : [];
    const { documents, collections } = await services.archive.summary();
    return {
      embeds: [
        {
          color: COLOUR.paper,
          title: words.title,
          description: words.intro(documents, collections.length),
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
  const { find, dates, discussion, collecting, adding, managing } = words;
  const searched = async (typed: string | undefined) =>
    typed && find.search(code(`/search query:${typed}`), await countFound(typed, services));
  return [
    [
      find.title,
      [
        await searched(word),
        await searched(phrase && `"${phrase}"`),
        await searched(person && `person:"${person}"`),
        await searched(place && `place:"${place}"`),
        await searched(year && `${word} during:${year}`),
        await searched(reference && `ref:"${reference}"`),
        find.syntax(code(collection)),
        find.parts,
        await answered(title, services),
        find.mention,
        find.messages,
      ],
    ],
    [
      dates.title,
      [
        day && dates.onThisDay(code(`/onthisday date:${day}`)),
        month && dates.date(code(`/date when:${month}`)),
        dates.timeline(code(`/timeline query:${word}`)),
        dates.collection(code(`/collection name:${collection}`)),
      ],
    ],
    [
      discussion.title,
      [
        discussion.document(code(`/document title:${title}`)),
        discussion.related(code(`/related document:${title}`)),
        discussion.naming,
        discussion.random,
        discussion.about,
        discussion.privacy,
        discussion.cards,
      ],
    ],
    [
      collecting.title,
      [
        collecting.create(code(`/list create name:${word}`)),
        collecting.add(code(`/list add list:${word} document:${title}`)),
        collecting.show(code(`/list show list:${word}`)),
        collecting.messages,
        collecting.cite(code(`/cite document:${title} style:apa`)),
        collecting.watch(code(`/watch add query:${word}`)),
        quotation && collecting.quote(code(`/quote text:${quotation}`)),
        collecting.quotedInMessages,
      ],
    ],
    [adding.title, [adding.adding, adding.messages, adding.undoing]],
    [managing.title, [managing.settings, managing.editors, managing.daily]],
  ];
}

/** How the texts are asked, with an example where one finds something. */
async function answered(question: string, { archive }: Services): Promise<string> {
  const window = { offset: 0, limit: 1 };
  const { total } = await archive.passages({ question, filter: {}, window });
  return total > 0
    ? words.find.passages(code(`/passages question:${question}`))
    : words.find.noPassages;
}

/** How many documents a text finds. */
async function countFound(text: string, { archive }: Services): Promise<number> {
  const query: Query = { text, filter: {}, sort: 'relevance', offset: 0, limit: 1 };
  return (await archive.search(query)).total;
}

/** As it is typed: nothing in it formats, and no backtick ends it. */
const code = (text: string): string =>
  `\`${clip(oneLine(text).replaceAll('`', '’'), LONGEST_EXAMPLE)}\``;

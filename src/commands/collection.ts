import { formatBucket } from '../cards/chart/timeline-numbers.ts';
import { timelinePicture } from '../cards/chart/timeline-picture.ts';
import { formatCitation } from '../cards/citation.ts';
import { COLOUR } from '../cards/colour.ts';
import { gapLines } from '../cards/coverage.ts';
import { escapeMarkdown, oneLine } from '../cards/escape.ts';
import { clip, clipEscaped, LIMITS } from '../cards/limits.ts';
import { archiveForm } from '../data/citations/archive-form.ts';
import { MOST_BUCKETS, type Timeline } from '../data/dates/timeline.ts';
import { UserError } from '../errors.ts';
import { today } from '../interactions/clock.ts';
import { defineCommand, type Services } from '../interactions/command.ts';
import { privateOption, slashCommand, textOption } from '../interactions/declaration.ts';
import { collectionChoices, findCollection, text } from '../interactions/read-options.ts';
import type { CollectionProfile } from '../search/answers.ts';
import type { FacetValue } from '../search/hits.ts';
import { count } from '../wording/count.ts';
import { holdingsWords } from '../wording/holdings.ts';

const { collection: words } = holdingsWords;
const { fields } = words;

const NAMED_GAPS = 8;

/** `/collection`: what a collection holds, when it is from, what is missing, how it is cited. */
export const collection = defineCommand({
  data: slashCommand('collection', words.command.description, [
    textOption('name', words.command.name, {
      required: true,
      autocomplete: true,
      most: 100,
    }),
    privateOption,
  ]),

  read: async (options, { archive }) => ({
    name: findCollection(text(options, 'name') ?? '', await archive.collections()),
    private: options.private === true,
  }),

  async run({ name, private: isPrivate }, services) {
    const found = await services.archive.collection(name);
    if (!found) throw new UserError(words.gone(name));
    const shown = (await fieldsOf(found, services)).flatMap(([title, value, inline = false]) =>
      value ? [{ name: title, value: clipEscaped(value, LIMITS.fieldValue), inline }] : [],
    );
    const embed = {
      color: COLOUR.paper,
      title: clipEscaped(escapeMarkdown(oneLine(name)), LIMITS.title),
      fields: shown,
    };
    const files = isWorthAPicture(found.timeline)
      ? [await timelinePicture(found.timeline, name)]
      : [];
    return { embeds: [embed], files, private: isPrivate };
  },

  suggest: ({ typed }, { archive }) => collectionChoices(typed, archive),
});

/** Not what a span of years says as well, nor what is too long for one. */
function isWorthAPicture(found: Timeline | null): found is Timeline {
  const filled = found?.buckets.filter(({ all }) => all > 0) ?? [];
  return found !== null && filled.length > 2 && found.buckets.length <= MOST_BUCKETS;
}

type Field = [title: string, value: string | undefined, inline?: boolean];

async function fieldsOf(found: CollectionProfile, services: Services): Promise<Field[]> {
  const { documents, bySpan, undated, kinds, languages, rights, coverage } = found;
  const missing = [...gapLines(coverage), emptyLine(bySpan)].filter(Boolean).join('\n');
  return [
    [fields.documents, count(documents), true],
    [fields.span, bySpan ? spanOf(bySpan) : holdingsWords.noDates, true],
    [fields.undated, count(undated), true],
    [fields.kinds, frequent(kinds)],
    [fields.languages, frequent(languages), true],
    [fields.rights, frequent(rights), true],
    [fields.gaps, missing || holdingsWords.noGaps],
    [fields.citing, await citing(found, services)],
  ];
}

function spanOf({ buckets, unit }: Timeline): string {
  const [first = '', last = ''] = [buckets.at(0), buckets.at(-1)].flatMap((bucket) =>
    bucket ? [formatBucket(bucket.from, unit)] : [],
  );
  return words.span(first, last);
}

/** Parts of the span without a document, such as `1952 to 1954`. */
function emptyLine(found: Timeline | null): string {
  if (!found) return '';
  const runs: [first: number, last: number][] = [];
  for (const [index, { all }] of found.buckets.entries()) {
    const run = runs.at(-1);
    if (all > 0) continue;
    if (run && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  if (runs.length === 0) return '';
  const nameAt = (index: number) => formatBucket(found.buckets[index]?.from ?? '', found.unit);
  const named = runs
    .slice(0, NAMED_GAPS)
    .map(([first, last]) => words.emptyPeriod(nameAt(first), nameAt(last)));
  return words.empty(named, runs.length - named.length);
}

/** Values with their numbers. */
const frequent = (values: readonly FacetValue[]): string | undefined =>
  values
    .map(({ value, count: found }) => words.value(escapeMarkdown(clip(oneLine(value), 100)), found))
    .join(', ') || undefined;

/** As a whole, and one of its documents as an example. */
async function citing({ name, example }: CollectionProfile, services: Services): Promise<string> {
  const series = (await services.archive.series()).get(name);
  const form = formatCitation(archiveForm(example, today(services), series));
  return words.citing(escapeMarkdown(oneLine(name)), form);
}

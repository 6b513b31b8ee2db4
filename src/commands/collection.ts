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
import type { CollectionProfile } from '../search/archive.ts';
import type { FacetValue } from '../search/hits.ts';
import { count } from '../wording/count.ts';

const NAMED_GAPS = 8;

/** `/collection`: what a collection holds, when it is from, what is missing, how it is cited. */
export const collection = defineCommand({
  data: slashCommand('collection', 'What a collection holds, its span and its gaps', [
    textOption('name', 'The collection; choose while typing', {
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
    if (!found) throw new UserError(`The collection “${name}” is no longer loaded.`);
    const fields = (await fieldsOf(found, services)).flatMap(([title, value, inline = false]) =>
      value ? [{ name: title, value: clipEscaped(value, LIMITS.fieldValue), inline }] : [],
    );
    const embed = {
      color: COLOUR.paper,
      title: clipEscaped(escapeMarkdown(oneLine(name)), LIMITS.title),
      fields,
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
    ['Documents', count(documents), true],
    ['Span', bySpan ? spanOf(bySpan) : 'no dates', true],
    ['Undated', count(undated), true],
    ['Kinds', frequent(kinds)],
    ['Languages', frequent(languages), true],
    ['Rights', frequent(rights), true],
    ['Gaps', missing || 'None known: no listing said how much more there is.'],
    ['How to cite', await citing(found, services)],
  ];
}

const spanOf = ({ buckets, unit }: Timeline): string =>
  [...new Set([buckets.at(0), buckets.at(-1)])]
    .flatMap((bucket) => (bucket ? [formatBucket(bucket.from, unit)] : []))
    .join(' to ');

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
    .map(([first, last]) => (first === last ? nameAt(first) : `${nameAt(first)}–${nameAt(last)}`));
  const more = runs.length - named.length;
  return `Nothing in it is dated ${named.join(', ')}${more > 0 ? ` and ${count(more)} more periods` : ''}.`;
}

/** Values with their numbers. */
const frequent = (values: readonly FacetValue[]): string | undefined =>
  values
    .map(
      ({ value, count: found }) => `${escapeMarkdown(clip(oneLine(value), 100))} (${count(found)})`,
    )
    .join(', ') || undefined;

/** As a whole, and one of its documents as an example. */
async function citing({ name, example }: CollectionProfile, services: Services): Promise<string> {
  const series = (await services.archive.series()).get(name);
  const form = formatCitation(archiveForm(example, today(services), series));
  return `As a whole: ${escapeMarkdown(oneLine(name))}.\nA document: ${form}\nIn other styles: \`/cite\``;
}

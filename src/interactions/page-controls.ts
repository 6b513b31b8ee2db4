import type { APIButtonComponent } from 'discord-api-types/v10';
import { type ActionRow, button, buttonRow, menuRow } from '../cards/components.ts';
import { clip, LIMITS } from '../cards/limits.ts';
import { customId, type PagesOwner } from '../cards/routes.ts';
import { pagingWords as words } from '../wording/paging.ts';

/** A way to ask otherwise: a button, or a choice of the menu that narrows a question. */
export type Variant = { label: string; key: string; description?: string };

/** What can be done with an answer, beside what is in it. */
export type PageControls = {
  page: number;
  pages: number;
  /** As buttons. */
  variants?: readonly Variant[];
  /** As a menu. */
  narrowings?: readonly Variant[];
  /** Documents that look like one of the hits, as a menu. */
  groups?: readonly Variant[];
  /** Buttons of the answer's own, beside those that turn its pages, once its question is kept. */
  buttonsFor?(question: string): APIButtonComponent[];
};

/** Whether an answer offers anything that needs its question kept. */
export const hasControls = ({
  pages,
  variants = [],
  narrowings = [],
  groups = [],
  buttonsFor,
}: PageControls): boolean =>
  pages > 1 || variants.length + narrowings.length + groups.length > 0 || buttonsFor !== undefined;

/** @param id of the question as it is kept */
export const controlRows = (
  command: PagesOwner,
  id: string,
  controls: PageControls,
): ActionRow[] => [
  ...choiceRow(customId(command, 'vary', id, 'alike'), words.similarMenu, controls.groups),
  ...choiceRow(customId(command, 'vary', id), words.narrowMenu, controls.narrowings),
  ...variantRow(command, id, controls),
  ...lastRow(command, id, controls),
];

function lastRow(
  command: PagesOwner,
  id: string,
  { page, pages, buttonsFor }: PageControls,
): ActionRow[] {
  const turning = [
    button(words.previousButton, customId(command, 'turn', id, page - 1), { disabled: page === 0 }),
    button(words.nextButton, customId(command, 'turn', id, page + 1), {
      disabled: page === pages - 1,
    }),
  ];
  const buttons = [...(pages > 1 ? turning : []), ...(buttonsFor?.(id) ?? [])];
  return buttons.length > 0 ? [buttonRow(...buttons)] : [];
}

const variantRow = (
  command: PagesOwner,
  id: string,
  { variants = [] }: PageControls,
): ActionRow[] =>
  variants.length === 0
    ? []
    : [
        buttonRow(
          ...variants.map(({ label, key }) =>
            button(clip(label, LIMITS.buttonLabel), customId(command, 'vary', id, key)),
          ),
        ),
      ];

/** A choice whose key is too long for Discord is left out. */
function choiceRow(
  id: string,
  placeholder: string,
  variants: readonly Variant[] = [],
): ActionRow[] {
  const options = variants
    .filter(({ key }) => key.length <= LIMITS.customId)
    .slice(0, LIMITS.choices)
    .map(({ label, key, description = '' }) => ({
      label: clip(label, LIMITS.choice),
      value: key,
      description: clip(description, LIMITS.choice),
    }));
  return options.length === 0 ? [] : [menuRow(id, placeholder, options)];
}

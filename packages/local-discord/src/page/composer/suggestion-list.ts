import { html, nothing, type TemplateResult } from 'lit';
import type { Suggestion, SuggestionList } from './composer.ts';

/** The id of a row, by which the field that has the focus points at it. */
export const rowId = (index: number): string => `row-${index}`;
export const LIST_ID = 'composer-list';

/** The list above the box. */
export function suggestionListTemplate(
  { label, heading, rows, note }: SuggestionList,
  highlighted: number,
  { take, highlight }: ListActions,
): TemplateResult {
  return html`
    <div class="offer">
      <div class="offer-heading" aria-hidden="true">${heading}</div>
      <ul role="listbox" id=${LIST_ID} aria-label=${label} ?hidden=${rows.length === 0}>
        ${rows.map((row, index) => rowTemplate(row, index, index === highlighted, { take, highlight }))}
      </ul>
      ${rows.length === 0 && note ? html`<p class="offer-note" role="status">${note}</p>` : nothing}
    </div>
  `;
}

/** What a list is for: taking a row, and pointing at one. */
type ListActions = { take(row: Suggestion): void; highlight(index: number): void };

function rowTemplate(
  row: Suggestion,
  index: number,
  isHighlighted: boolean,
  { take, highlight }: ListActions,
) {
  // A press, not a click: the field keeps the focus.
  const press = (event: MouseEvent) => {
    event.preventDefault();
    take(row);
  };
  return html`
    <li
      role="option"
      id=${rowId(index)}
      aria-selected=${isHighlighted}
      class=${isHighlighted ? 'highlighted' : ''}
      @mousedown=${press}
      @mousemove=${() => highlight(index)}
    >
      ${row.detail ? html`<b>${row.label}</b> <span class="muted">${row.detail}</span>` : row.label}
    </li>
  `;
}

import type { APIStringSelectComponent } from 'discord-api-types/v10';
import { html, LitElement, type PropertyValues } from 'lit';

/** Ids of lists, which the buttons point at. */
let made = 0;

/**
 * A menu that opens below its button: by mouse, or by arrows, Home, End, Enter, blank and Escape.
 * One of a single choice sends it at once, any other when it closes.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-select-only/
 */
class SelectMenu extends LitElement {
  static override properties = {
    component: { attribute: false },
    isPending: { attribute: false },
    choose: { attribute: false },
    isOpen: { state: true },
    highlighted: { state: true },
    chosen: { state: true },
  };

  declare component: APIStringSelectComponent;
  declare isPending: boolean;
  declare choose: (values: readonly string[]) => void;
  declare private isOpen: boolean;
  declare private highlighted: number;
  declare private chosen: readonly string[];
  private readonly listId = `menu-${made++}`;

  constructor() {
    super();
    this.isOpen = false;
    this.highlighted = 0;
    this.chosen = [];
  }

  /** Drawn into the page itself, whose style it shares. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('component')) return;
    const { options } = this.component;
    this.chosen = options.filter((option) => option.default).map(({ value }) => value);
  }

  protected override render() {
    const { placeholder = 'Make a selection', options, disabled = false } = this.component;
    const chosen = options.filter(({ value }) => this.chosen.includes(value));
    return html`
      <button
        type="button"
        role="combobox"
        aria-label=${placeholder}
        aria-haspopup="listbox"
        aria-expanded=${this.isOpen}
        aria-controls=${this.listId}
        aria-activedescendant=${this.isOpen ? this.rowId(this.highlighted) : ''}
        aria-busy=${this.isPending}
        ?disabled=${disabled}
        @click=${this.toggle}
        @keydown=${this.press}
        @blur=${this.close}
      >
        ${chosen.map(({ label }) => label).join(', ') || placeholder}
        <span aria-hidden="true">${this.isOpen ? '▴' : '▾'}</span>
      </button>
      <ul
        role="listbox"
        id=${this.listId}
        aria-label=${placeholder}
        aria-multiselectable=${this.isMultiple}
        ?hidden=${!this.isOpen}
      >
        ${options.map((option, index) => this.row(option, index))}
      </ul>
    `;
  }

  private row(
    { label, value, description }: APIStringSelectComponent['options'][number],
    index: number,
  ) {
    // A press, not a click: the button keeps the focus.
    const pressed = (event: MouseEvent) => {
      event.preventDefault();
      this.take(index);
    };
    return html`<li
      role="option"
      id=${this.rowId(index)}
      class=${index === this.highlighted ? 'highlighted' : ''}
      aria-selected=${this.chosen.includes(value)}
      @mousedown=${pressed}
      @mousemove=${() => {
        this.highlighted = index;
      }}
    >
      <span>${label}</span>
      <span class="muted">${description ?? ''}</span>
    </li>`;
  }

  private get isMultiple(): boolean {
    return (this.component.max_values ?? 1) > 1;
  }

  private rowId(index: number): string {
    return `${this.listId}-${index}`;
  }

  private toggle(): void {
    if (this.isOpen) this.close();
    else if (!this.isPending) this.isOpen = true;
  }

  /** Sends what was chosen in a menu of several, if that is enough. */
  private close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    const { options, min_values = 1 } = this.component;
    const before = options.filter((option) => option.default).map(({ value }) => value);
    const isChanged = before.join() !== this.chosen.join();
    if (this.isMultiple && isChanged && this.chosen.length >= min_values) this.choose(this.chosen);
  }

  private take(index: number): void {
    const value = this.component.options[index]?.value;
    if (value === undefined) return;
    if (!this.isMultiple) {
      this.isOpen = false;
      this.choose([value]);
    } else if (this.chosen.includes(value)) {
      this.chosen = this.chosen.filter((one) => one !== value);
    } else if (this.chosen.length < (this.component.max_values ?? 1)) {
      this.chosen = [...this.chosen, value];
    }
  }

  private press(event: KeyboardEvent): void {
    const last = this.component.options.length - 1;
    const to: Record<string, number> = {
      ArrowDown: this.isOpen ? Math.min(this.highlighted + 1, last) : this.highlighted,
      ArrowUp: this.isOpen ? Math.max(this.highlighted - 1, 0) : this.highlighted,
      Home: 0,
      End: last,
    };
    const next = to[event.key];
    if (next !== undefined) {
      this.isOpen = true;
      this.highlighted = next;
    } else if ((event.key === 'Enter' || event.key === ' ') && this.isOpen) {
      this.take(this.highlighted);
    } else if (event.key === 'Escape' && this.isOpen) {
      this.close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.isOpen || !(changed.has('isOpen') || changed.has('highlighted'))) return;
    if (changed.has('isOpen')) this.scrollIntoView({ block: 'nearest' });
    this.querySelector('.highlighted')?.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('select-menu', SelectMenu);

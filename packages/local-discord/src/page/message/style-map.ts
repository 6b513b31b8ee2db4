import { noChange } from 'lit';
import { type AttributePart, Directive, directive } from 'lit/directive.js';

type Styles = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Lit's `styleMap` by the element's own style instead of its `style` attribute, which the page's
 * policy forbids. The bundle puts it in the place of Lit's, for the components that use it.
 */
class OwnStyles extends Directive {
  render(_: Styles): typeof noChange {
    return noChange;
  }

  override update({ element }: AttributePart, [styles]: [Styles]): typeof noChange {
    for (const [name, value] of Object.entries(styles)) {
      if (value === null || value === undefined || value === '') {
        element.style.removeProperty(name);
      } else element.style.setProperty(name, String(value));
    }
    return noChange;
  }
}

export const styleMap = directive(OwnStyles);

/** How far from the end still counts as being there, in pixels. */
const NEAR = 80;

/**
 * Keeps the end of a list in sight, unless the person has scrolled up to read what is older.
 * @param selector of the box that scrolls; it may come and go
 */
export function keepScrolled(root: HTMLElement, selector: string) {
  let box: HTMLElement | undefined;
  let isAtEnd = true;
  const toEnd = () => {
    if (box && isAtEnd) box.scrollTop = box.scrollHeight;
  };
  let top = 0;
  const scrolled = () => {
    if (!box) return;
    // Only a person scrolls up; where the end is far away after going down, more has come meanwhile.
    if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR) isAtEnd = true;
    else if (box.scrollTop < top) isAtEnd = false;
    top = box.scrollTop;
  };
  // What is in it grows after it is drawn: components render, pictures load.
  const grown = new ResizeObserver(toEnd);
  return {
    /** To be called after each drawing. @param isElsewhere whether another list is drawn */
    follow(isElsewhere: boolean): void {
      const drawn = root.querySelector<HTMLElement>(selector) ?? undefined;
      if (drawn && drawn !== box) {
        drawn.addEventListener('scroll', scrolled, { passive: true });
        grown.disconnect();
        for (const child of drawn.children) grown.observe(child);
      }
      isAtEnd ||= isElsewhere || drawn !== box;
      box = drawn;
      toEnd();
    },
  };
}

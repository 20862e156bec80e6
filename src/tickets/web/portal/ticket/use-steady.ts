import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps a form where it is while an answer arrives above it: the page scrolls by what was added. Only for who writes
 * in it or points at it; for who reads above, the page stays as it is and grows below.
 */
export function useSteady(): RefObject<HTMLDivElement | null> {
  const held = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = held.current!;
    const top = () => form.getBoundingClientRect().top;
    let seen = top();
    const look = () => void (seen = top());
    const watch = new ResizeObserver(() => {
      const moved = top() - seen;
      if (moved && form.matches(':focus-within, :hover')) scrollOn(moved);
      look();
    });
    for (const each of elementsAbove(form)) watch.observe(each);
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      watch.disconnect();
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
      document.body.style.removeProperty('min-height');
    };
  }, []);
  return held;
}

/** A page that is shorter than the window gets the room that it needs to scroll. */
function scrollOn(by: number): void {
  const needed = innerHeight + scrollY + by;
  if (needed > document.documentElement.scrollHeight) document.body.style.minHeight = `${needed}px`;
  scrollBy({ top: by, behavior: 'instant' });
}

/** Everything in the page that stands before an element. */
function elementsAbove(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = element; at.parentElement && !at.matches('.page'); at = at.parentElement)
    for (let each = at.previousElementSibling; each; each = each.previousElementSibling) found.push(each);
  return found;
}

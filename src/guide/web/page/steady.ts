/** A page that is drawn anew beneath somebody who uses it: what she is at stays as it is. */

/**
 * Draws at once, or, while a button is held down or a letter is being put together, right after: a press ends on the
 * element on which it began, or it is none.
 */
export function steadily(draw: () => void): () => void {
  let held = false;
  let waits = false;
  const hold = () => (held = true);
  const release = () => {
    held = false;
    // After the click that this press becomes.
    setTimeout(() => {
      if (waits && !held) now();
    });
  };
  const now = () => {
    waits = held;
    if (!held) draw();
  };
  for (const [begins, ...ends] of [
    ['pointerdown', 'pointerup', 'pointercancel'],
    ['compositionstart', 'compositionend'],
  ] as const) {
    addEventListener(begins, hold, true);
    for (const end of ends) addEventListener(end, release, true);
  }
  addEventListener('keydown', ({ key }) => key === ' ' && hold(), true);
  addEventListener('keyup', release, true);
  addEventListener('blur', release);
  return now;
}

/** What has the focus, by its id, with what is selected in it, and what is folded open: given back after the drawing. */
export function holdsAt(root: HTMLElement): () => void {
  const active = document.activeElement;
  const id = active && root.contains(active) ? active.id : '';
  const typed = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement ? active : null;
  const [from, to] = [typed?.selectionStart ?? null, typed?.selectionEnd ?? null];
  const open = [...root.querySelectorAll<HTMLDetailsElement>('details[open][id]')].map(each => each.id);
  return () => {
    for (const each of open) document.getElementById(each)?.setAttribute('open', '');
    const there = id ? document.getElementById(id) : null;
    there?.focus({ preventScroll: true });
    if (from !== null && (there instanceof HTMLTextAreaElement || there instanceof HTMLInputElement))
      there.setSelectionRange(from, to);
  };
}

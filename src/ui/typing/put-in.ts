/**
 * Puts a text in the place of another as if it was typed, so that the browser's own undo takes it back; where that is
 * refused, by hand. The caret stands behind it.
 */
export function putIn(
  element: HTMLTextAreaElement,
  { from, to }: { from: number; to: number },
  text: string,
  set: (value: string) => void,
): void {
  element.focus();
  element.setSelectionRange(from, to);
  if (text ? document.execCommand('insertText', false, text) : document.execCommand('delete')) return;
  set(element.value.slice(0, from) + text + element.value.slice(to));
  requestAnimationFrame(() => element.setSelectionRange(from + text.length, from + text.length));
}

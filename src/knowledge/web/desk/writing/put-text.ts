/** Puts a text where one is writing, so that the browser's own undo takes it back. */
export function putText(area: HTMLTextAreaElement, text: string): void {
  const from = area.selectionStart;
  area.focus();
  // Marked as deprecated, and still the only way to write into the browser's history of undoing.
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, from, area.selectionEnd, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}

/** As `putText`, as a part of its own: with an empty line before and after; one goes on writing at its end. */
export function putPart(area: HTMLTextAreaElement, text: string): void {
  const { value, selectionStart, selectionEnd } = area;
  const before = value.slice(0, selectionStart);
  const after = value.slice(selectionEnd);
  const head = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = after === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  putText(area, head + text + tail);
  const at = area.selectionStart - tail.length;
  area.setSelectionRange(at, at);
}

/** Selects these words of what was just put in, so that one writes over them. */
export function selectLast(area: HTMLTextAreaElement, words: string): void {
  const at = area.value.lastIndexOf(words, area.selectionStart);
  if (at >= 0) area.setSelectionRange(at, at + words.length);
}

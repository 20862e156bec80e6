import { mark, type MarkKind } from './marks.ts';

/** Formats what is selected in a text area, so that the browser's own undo takes it back. */
export function format(area: HTMLTextAreaElement, kind: MarkKind): void {
  const edit = mark(kind, area.value, { from: area.selectionStart, to: area.selectionEnd });
  area.focus();
  area.setSelectionRange(edit.from, edit.to);
  if (!insert(edit.text)) {
    area.setRangeText(edit.text, edit.from, edit.to);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(...edit.select);
}

// Marked as deprecated, and still the only way to write into the browser's history of undoing.
const insert = (text: string): boolean =>
  text ? document.execCommand('insertText', false, text) : document.execCommand('delete');

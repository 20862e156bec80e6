/** The desk's words, one file for a language: this one is loaded, the other is not. */
export { en as desk } from '#tickets/web/desk/words/en.ts';
export { en as undo } from '#tickets/web/desk/undo/words/en.ts';
export { en as attached } from '#tickets/web/attached/words/en.ts';
export { en as environment } from '#tickets/web/environment/words/en.ts';
export { en as frame } from '#tickets/web/desk/frame/words/en.ts';
export { en as list } from '#tickets/web/desk/list/words/en.ts';
export { en as tickets } from '#tickets/rules/words/en.ts';
export { en as ui } from '#ui/words/en.ts';

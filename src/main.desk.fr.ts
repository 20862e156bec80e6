/** The desk's words, one file for a language: this one is loaded, the other is not. */
export { fr as desk } from '#tickets/web/desk/words/fr.ts';
export { fr as undo } from '#tickets/web/desk/undo/words/fr.ts';
export { fr as attached } from '#tickets/web/attached/words/fr.ts';
export { fr as environment } from '#tickets/web/environment/words/fr.ts';
export { fr as frame } from '#tickets/web/desk/frame/words/fr.ts';
export { fr as list } from '#tickets/web/desk/list/words/fr.ts';
export { fr as tickets } from '#tickets/rules/words/fr.ts';
export { fr as ui } from '#ui/words/fr.ts';

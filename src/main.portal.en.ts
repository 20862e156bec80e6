/** The portal's words, one file for a language: this one is loaded, the other is not. */
export { en as accounts } from '#accounts/web/words/en.ts';
export { en as portal } from '#tickets/web/portal/words/en.ts';
export { en as attached } from '#tickets/web/attached/words/en.ts';
export { en as environment } from '#tickets/web/environment/words/en.ts';
export { en as tickets } from '#tickets/rules/words/en.ts';
export { en as ui } from '#ui/words/en.ts';

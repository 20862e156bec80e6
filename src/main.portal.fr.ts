/** The portal's words, one file for a language: this one is loaded, the other is not. */
export { fr as accounts } from '#accounts/web/words/fr.ts';
export { fr as portal } from '#tickets/web/portal/words/fr.ts';
export { fr as attached } from '#tickets/web/attached/words/fr.ts';
export { fr as environment } from '#tickets/web/environment/words/fr.ts';
export { fr as tickets } from '#tickets/rules/words/fr.ts';
export { fr as ui } from '#ui/words/fr.ts';

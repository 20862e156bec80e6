/** The words of custom fields in forms and on tickets. */
export const en = {
  choose: 'Choose…',
  inside: 'desk only',
  filled_in: 'What was filled in',
  use_template: (name: string) => `Use the form for “${name}”`,
  undo: 'Undo',
  used_template: (name: string) => `“${name}” is filled in. What you wrote before stayed.`,
};
export type CustomFieldWords = typeof en;

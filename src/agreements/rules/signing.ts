/** How a school stands to a version: it has both signatures, the group's is missing, or its own. */
export const signing_states = ['waiting', 'countersign', 'signed'] as const;
export type SigningState = (typeof signing_states)[number];

/** What a signed agreement is called among the facts of a school. */
export const document_name = { en: 'Service level agreement', fr: 'Entente de service' };

/** Whether somebody has typed her own name, whatever its capitals and spaces. */
export const isName = (typed: string, name: string): boolean => plain(typed) === plain(name);

const plain = (text: string) =>
  text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').replaceAll('’', "'").toLowerCase();

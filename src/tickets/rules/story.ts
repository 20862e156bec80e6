import type { Lang } from '#platform/schemas.ts';
import { moves, type Move, type State } from './lifecycle.ts';
import type { TicketWords } from './words/en.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

/** A ticket's story in sentences: from an event's kind and facts. Values and ids only come in; words come out. */

export type StoryFacts = Record<string, unknown>;

const words: Record<Lang, TicketWords> = { en, fr };

const kinds: Record<string, Record<Lang, (who: string) => string>> = {
  opened: { en: who => `${who} opened the ticket`, fr: who => `${who} a ouvert le billet` },
  replied: { en: who => `${who} wrote a reply`, fr: who => `${who} a écrit une réponse` },
  noted: { en: who => `${who} wrote a note`, fr: who => `${who} a écrit une note` },
  assigned: { en: who => `${who} changed who has it`, fr: who => `${who} a changé le responsable` },
  changed: { en: who => `${who} corrected the ticket`, fr: who => `${who} a corrigé le billet` },
  inside: { en: who => `${who} added for the iGroup`, fr: who => `${who} a ajouté pour le iGroup` },
};

const isMove = (kind: string): kind is Move => (moves as readonly string[]).includes(kind);

/** One line of the story: "Maya Chen: Ask the school". */
export function sentenceOf(kind: string, facts: StoryFacts, who: string, lang: Lang): string {
  if (isMove(kind)) {
    const reason = typeof facts['reason'] === 'string' ? ` (${facts['reason']})` : '';
    return `${who}${lang === 'fr' ? ' : ' : ': '}${words[lang].moves[kind]}${reason}`;
  }
  return kinds[kind]?.[lang](who) ?? `${who}: ${kind}`;
}

const fields: Record<string, Record<Lang, string>> = {
  state: { en: 'State', fr: 'État' },
  assignee: { en: 'Who has it', fr: 'Responsable' },
  category: { en: 'Category', fr: 'Catégorie' },
  impact: { en: 'Affected', fr: 'Touchés' },
  urgency: { en: 'Urgency', fr: 'Urgence' },
  priority: { en: 'Priority', fr: 'Priorité' },
  resolution_code: { en: 'How it was solved', fr: 'Comment c’est réglé' },
  date: { en: 'Planned for', fr: 'Planifié pour' },
  minutes: { en: 'Minutes', fr: 'Minutes' },
  level2_reference: { en: 'Level 2’s reference', fr: 'Référence du niveau 2' },
  follows: { en: 'Follows', fr: 'Fait suite à' },
};

/** What changed, each with the field's name and its values in words: from null where it was only set. */
export function changesOf(facts: StoryFacts, lang: Lang): { field: string; from: string | null; to: string | null }[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const field = fields[name]?.[lang];
    if (!field || value === null) return [];
    const [from, to] = Array.isArray(value) ? (value as [unknown, unknown]) : [null, value];
    return from === to ? [] : [{ field, from: valueWords(name, from, lang), to: valueWords(name, to, lang) }];
  });
}

function valueWords(field: string, value: unknown, lang: Lang): string | null {
  if (value === null || value === undefined) return null;
  const named: Partial<Record<string, Record<string, string>>> = {
    state: words[lang].states satisfies Record<State, string>,
    category: words[lang].categories,
    impact: words[lang].impacts,
    urgency: words[lang].urgencies,
    resolution_code: words[lang].resolution_codes,
  };
  return named[field]?.[String(value)] ?? String(value);
}

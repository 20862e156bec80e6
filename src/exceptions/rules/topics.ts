import type { Words } from '#platform/schemas.ts';
import type { Category } from '#tickets/rules/categories.ts';

/** What an exception can be about (responsibility.json): what is the school's own, and may be taken on all the same. */
export const topics = ['os', 'browser', 'network'] as const;
export type Topic = (typeof topics)[number];

export const topic_names: Record<Topic, Words> = {
  os: { en: 'Operating system', fr: 'Système d’exploitation' },
  browser: { en: 'Browser', fr: 'Navigateur' },
  network: { en: 'Network', fr: 'Réseau' },
};

/** What a school would ask about, by what its ticket is about: of other matters there is none to ask for. */
export const topic_of: Partial<Record<Category, Topic>> = {
  connectivity: 'network',
  browser_workstation: 'browser',
  exception_request: 'browser',
};

/** Exceptions that stand for every school without end, and need no allowance: what they are called and what they allow. */
export const standing = {
  ie_on_mac: {
    why: {
      en: 'Its vendor does not make this browser for this computer (Internet Explorer on a Mac), so no school can repair it.',
      fr: 'Son fournisseur ne fait pas ce navigateur pour cet ordinateur (Internet Explorer sur Mac) : aucune école ne peut le réparer.',
    },
    allowed: {
      en: 'The desk names a supported browser for that computer and helps until it works. It repairs no other software there.',
      fr: 'Le bureau nomme un navigateur pris en charge pour cet ordinateur et aide jusqu’à ce qu’il fonctionne. Il n’y répare aucun autre logiciel.',
    },
  },
} as const satisfies Record<string, { why: Words; allowed: Words }>;
export type Standing = keyof typeof standing;

/** Which of them a list shows: what waits or is in force, unless it is asked for others. */
export const shown = ['now', 'asked', 'in_force', 'ending', 'over', 'all'] as const;

import type { Words } from '#platform/schemas.ts';
import type { Opening } from '../ticket.ts';
import type { EmergencyKind } from './emergency.ts';

/** What becomes of a report: the ticket's first words. Whoever called and what she wrote is a note, for the desk. */

export const receipt_words: Words = {
  en: 'It has arrived. The coordinator and the privacy officer see it now, and call you back.',
  fr: 'C’est arrivé. La coordination et la personne responsable de la confidentialité le voient et vous rappellent.',
};

interface Reported {
  kind: EmergencyKind;
  receipt: string;
  caller: string;
  call_back: string;
  school_typed: string;
  role: string | null;
  what: string;
  seen_when: string | null;
  seen_by: string | null;
}

const about = {
  privacy_incident: {
    subject: 'Privacy incident reported',
    category: 'privacy_incident',
    impact: 'one_office_or_class',
    urgency: 'critical',
  },
  locked_out: {
    subject: 'Locked out: asks for help to sign in',
    category: 'login_access',
    impact: 'one_person',
    urgency: 'high',
  },
} as const satisfies Record<EmergencyKind, Partial<Opening>>;

export function openingOf(report: Reported): Omit<Opening, 'school'> {
  const { kind, receipt, caller, call_back, school_typed, role, what, seen_when, seen_by } = report;
  const lines = [
    `Through the emergency door, receipt ${receipt}.`,
    `Caller, as typed: ${caller}${role ? ` (${role.replace('_', ' ')})` : ''}, of ${school_typed}; call back: ${call_back}.`,
    seen_when && `When: ${seen_when}.`,
    seen_by && `Seen by: ${seen_by}.`,
    what,
  ];
  return { ...about[kind], call_back: call_back.slice(0, 60), note: lines.filter(Boolean).join('\n\n') };
}

import type { Who } from '#accounts/rules/who.ts';
import type { Words } from '#platform/schemas.ts';
import { isOpen, type State } from '../lifecycle.ts';

/**
 * How long one's own words may be edited (our own choice: no paper says so). A reply is a promise to the other side:
 * a quarter of an hour, and only until somebody there has seen it. A note is the iGroup's own: a day, and colleagues
 * read what it said before. Old texts are always kept.
 */
export const edit_minutes = { reply: 15, note: 24 * 60 } as const;

/** What decides it: the message, its ticket, and the newest reply that somebody of each side has seen. */
export interface Editable {
  kind: 'reply' | 'note';
  id: number;
  author_id: number;
  written_at: Date;
  ticket: { state: State; read_by_desk: number; read_by_school: number };
}

export type WhyNot = 'not_yours' | 'ended' | 'read' | 'too_late';

/** Whether a person may edit a message now, or why not. A note also when its ticket has ended. */
export function mayEdit(who: Who, message: Editable, now: Date): 'yes' | WhyNot {
  const { kind, ticket } = message;
  if (who.side === 'system' || message.author_id !== who.person_id) return 'not_yours';
  if (kind === 'reply') {
    if (!isOpen(ticket.state)) return 'ended';
    const read = who.side === 'school' ? ticket.read_by_desk : ticket.read_by_school;
    if (read >= message.id) return 'read';
  }
  const gone_ms = now.getTime() - message.written_at.getTime();
  return gone_ms <= edit_minutes[kind] * 60_000 ? 'yes' : 'too_late';
}

export const why_not: Record<WhyNot, Words> = {
  not_yours: {
    en: 'Only its author edits a message.',
    fr: 'Seule la personne qui l’a écrit modifie un message.',
  },
  ended: {
    en: 'This ticket has ended, so what was said stays as it is.',
    fr: 'Ce billet est terminé : ce qui a été dit reste tel quel.',
  },
  read: {
    en: 'It has been read meanwhile, so it stays as it is. Write another message instead.',
    fr: 'Il a été lu entre-temps : il reste tel quel. Écrivez plutôt un autre message.',
  },
  too_late: {
    en: 'The time to edit it is over: a quarter of an hour for a message, a day for a note.',
    fr: 'Le délai pour le modifier est passé : un quart d’heure pour un message, un jour pour une note.',
  },
};

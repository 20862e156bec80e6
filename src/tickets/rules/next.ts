import type { Words } from '#platform/schemas.ts';
import type { Ticket } from './ticket.ts';

/** What happens next with a ticket, in a sentence for a school or for the desk. Promised times come with the agreement. */
export function nextWords(
  ticket: Pick<Ticket, 'state' | 'assignee' | 'team' | 'planned_for'> &
    Partial<Pick<Ticket, 'inside' | 'goes_on_in' | 'passed_to'>>,
  side: 'school' | 'desk',
): Words {
  const who = ticket.assignee?.name;
  if (ticket.goes_on_in)
    return { en: `It goes on in ${ticket.goes_on_in}.`, fr: `Il continue dans ${ticket.goes_on_in}.` };
  if (ticket.passed_to) return passedTo(ticket.passed_to.name)[side];
  const sentences: Record<Ticket['state'], { school: Words; desk: Words }> = {
    new: {
      school: who
        ? {
            en: `${who} has your question, reads it and answers you here.`,
            fr: `${who} a votre question, la lit et vous répond ici.`,
          }
        : {
            en: 'The desk has your question. Somebody of the iGroup reads it and answers you here.',
            fr: 'Le bureau a votre question. Une personne de l’iGroup la lit et vous répond ici.',
          },
      desk: newForDesk(who, ticket.team?.name),
    },
    in_progress: {
      school: {
        en: `${who ?? 'The desk'} works on it and answers you here.`,
        fr: `${who ?? 'Le bureau'} y travaille et vous répond ici.`,
      },
      desk: ticket.inside
        ? inProgressInside(who)
        : {
            en: who
              ? `${who} has it and answers the school next.`
              : 'It needs somebody who answers the school.',
            fr: who
              ? `${who} s’en occupe et répond à l’école.`
              : 'Il faut quelqu’un pour répondre à l’école.',
          },
    },
    waiting_school: {
      school: {
        en: 'We need an answer from you. Work goes on as soon as you write.',
        fr: 'Il nous faut une réponse de votre part. Le travail reprend dès que vous écrivez.',
      },
      desk: { en: 'The school answers next.', fr: 'L’école répond ensuite.' },
    },
    waiting_l2: {
      school: {
        en: 'We have passed it to the ministry’s desk and tell you what they say.',
        fr: 'Nous l’avons transmis au bureau du ministère et vous dirons sa réponse.',
      },
      desk: { en: 'Level 2 answers next.', fr: 'Le niveau 2 répond ensuite.' },
    },
    scheduled: {
      school: {
        en: `Work on it goes on ${ticket.planned_for?.words ?? 'on the agreed date'}.`,
        fr: `Le travail reprend ${ticket.planned_for?.words ?? 'à la date convenue'}.`,
      },
      desk: {
        en: `Planned: ${ticket.planned_for?.words ?? 'the agreed date'}.`,
        fr: `Planifié : ${ticket.planned_for?.words ?? 'la date convenue'}.`,
      },
    },
    resolved: {
      school: {
        en: 'Please tell us whether it is solved.',
        fr: 'Dites-nous si c’est réglé.',
      },
      desk: {
        en: 'The school confirms, or says that it is not solved.',
        fr: 'L’école confirme, ou dit que ce n’est pas réglé.',
      },
    },
    closed: {
      school: { en: 'This ticket is closed.', fr: 'Ce billet est fermé.' },
      desk: { en: 'Closed.', fr: 'Fermé.' },
    },
    cancelled: {
      school: { en: 'This ticket was withdrawn.', fr: 'Ce billet a été retiré.' },
      desk: { en: 'Withdrawn.', fr: 'Retiré.' },
    },
  };
  return sentences[ticket.state][side];
}

const passedTo = (who: string): { school: Words; desk: Words } => ({
  school: {
    en: `${who} of your school looks at it first. Either of you can send it up to the desk.`,
    fr: `${who}, de votre école, s’en occupe d’abord. L’un ou l’autre peut le transmettre au centre d’aide.`,
  },
  desk: {
    en: `${who} of the school looks at it first.`,
    fr: `${who}, de l’école, s’en occupe d’abord.`,
  },
});

const inProgressInside = (who: string | undefined): Words =>
  who
    ? { en: `${who} has it. No school reads of it.`, fr: `${who} s’en occupe. Aucune école ne le lit.` }
    : { en: 'It needs somebody who takes it.', fr: 'Il faut quelqu’un pour le prendre.' };

function newForDesk(who: string | undefined, team: string | undefined): Words {
  if (who) return { en: `Given to ${who}, who begins next.`, fr: `Confié à ${who}, qui commence ensuite.` };
  if (team)
    return {
      en: `For the team ${team}. Nobody has taken it yet.`,
      fr: `Pour l’équipe ${team}. Personne ne l’a encore pris.`,
    };
  return { en: 'Nobody has taken it yet.', fr: 'Personne ne l’a encore pris.' };
}

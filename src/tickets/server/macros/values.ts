import type { Ctx } from '#accounts/server/acting.ts';
import type { Lang } from '#platform/schemas.ts';
import { dayNumber, weekdayOfDay } from '#sla/rules/dates.ts';
import { dayAndMonth } from '#sla/rules/moments.ts';
import { deskCalendar } from '#sla/rules/desk-hours.ts';
import { addSchoolDays } from '#sla/rules/school-days.ts';
import { weekday_names } from '#sla/rules/words.ts';
import { localDate } from '#sla/rules/zones.ts';
import { firstName, type Values } from '../../rules/macros/variables.ts';
import type { Ticket } from '../../rules/ticket.ts';
import { en } from '../../rules/words/en.ts';
import { fr } from '../../rules/words/fr.ts';

const words = { en, fr };

/**
 * What a ticket and who writes fill into a text, in the text's language. A day is said in full ("Thursday 26
 * November"), since "today" is another day for whoever reads it tomorrow; days are the desk's, in its zone.
 */
export function valuesOf({ who, now }: Ctx, ticket: Ticket, lang: Lang): Values {
  const dayOf = (at: Date) => dayInFull(localDate(at, who.desk.zone), lang);
  return {
    'school.name': ticket.school.name,
    'school.code': ticket.school.code,
    'person.name': ticket.requester.name,
    'person.first_name': firstName(ticket.requester.name),
    'ticket.number': String(ticket.number),
    'ticket.subject': ticket.subject,
    'ticket.category': words[lang].categories[ticket.category],
    'ticket.opened': dayOf(new Date(ticket.opened.at)),
    'ticket.planned': ticket.planned_for && dayInFull(ticket.planned_for.date, lang),
    'ticket.level2_reference': ticket.level2_reference,
    'me.name': who.name,
    'me.first_name': firstName(who.name),
    today: dayOf(now),
    inDays: days => dayInFull(addSchoolDays(now, days, deskCalendar(who.desk)), lang),
  };
}

function dayInFull(date: string, lang: Lang): string {
  const [, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${weekday_names[lang][weekdayOfDay(dayNumber(date)) - 1]} ${dayAndMonth({ month, day }, lang)}`;
}

import type { Lang, Words } from '#platform/schemas.ts';
import type { Extent } from '#sla/rules/targets.ts';
import type { Category } from '#tickets/rules/categories.ts';
import type { Impact, Urgency } from '#tickets/rules/priority.ts';
import { fill } from './filling.ts';
import type { SpokenGuide } from './guide.ts';
import { linesOf } from './measuring/words.ts';
import type { Measured } from './measuring/measured.ts';
import { neededBeside, type Beside } from './needs.ts';
import { allow_words } from './words.ts';
import { walk, type Given } from './walking.ts';

/** The ticket that a walk opens: as its outcome allows, or with what is there where it stopped. */

export interface Written {
  subject: string;
  description: string;
  category: Category;
  impact: Impact;
  urgency: Urgency;
  promised: Extent;
}

export interface Told {
  answers: Given;
  /** What the outcome needs and the way did not ask. */
  beside: Beside;
  measured: Measured | null;
  message: string;
  urgent: boolean;
  phone: string | undefined;
  person: string;
  school: { name: string; code: string };
  /** When it began, in words. */
  time: string;
  lang: Lang;
}

/** What the ticket says; null where the outcome allows none (an urgent one is always allowed). */
export function ticketOf(guide: SpokenGuide, told: Told): Written | null {
  const { asked, here } = walk(guide, told.answers);
  const { lang } = told;
  const values = valuesOf(guide, told);
  const allowed = 'outcome' in here ? here.outcome.ticket.allow : 'yes';
  const first =
    allowed === 'info_only' || allowed === 'exception' ? `${allow_words[allowed][lang]}.\n\n` : '';
  const description = first + fill(guide.body, values) + unknownOf(guide, told);
  if ('outcome' in here) {
    const { allow, subject, category, impact = 'one_person', urgency = 'normal' } = here.outcome.ticket;
    if (allow !== 'no' && allow !== 'subscribe' && subject && category)
      return {
        subject: fill(subject, values).slice(0, 200),
        description,
        category: allow === 'exception' ? 'exception_request' : category,
        impact,
        urgency: told.urgent ? 'critical' : urgency,
        promised: allow === 'info_only' ? 'answer' : 'whole',
      };
    if (!told.urgent) return null;
  }
  const what = values['C02'] ?? '';
  return {
    subject: `${stopped[lang]} (${asked.length})${what === unsaid ? '' : `: ${what}`}`.slice(0, 200),
    description,
    category: 'connectivity',
    impact: told.answers.some(([id, answer]) => id === 'C03' && answer === 'many')
      ? 'one_school'
      : 'one_person',
    urgency: told.urgent ? 'critical' : 'high',
    promised: 'whole',
  };
}

const unsaid = '–';
const unknown: Words = {
  en: 'Not known yet, and needed to begin:',
  fr: 'Pas encore connu, et nécessaire pour commencer :',
};
const stopped: Words = {
  en: 'Can’t connect, checks under way',
  fr: 'Connexion impossible, vérifications en cours',
};

/** What the texts name, each answer by its question too. */
function valuesOf(guide: SpokenGuide, told: Told): Record<string, string> {
  const { asked } = walk(guide, told.answers);
  const blank = Object.fromEntries(guide.questions.map(({ id }) => [id, unsaid]));
  const known = [...asked, ...knownBeside(guide, told)];
  const answered = Object.fromEntries(known.map(({ question, answer }) => [question.id, answer.label]));
  const measured = linesOf(told.measured, told.lang).map(({ name, words }) => `${name}: ${words}`);
  return {
    ...blank,
    ...answered,
    school: told.school.name,
    school_code: told.school.code,
    person: told.person,
    phone: told.phone || unsaid,
    time: told.time,
    message: told.message || unsaid,
    answers_table: listed(
      known.map(({ question, answer }) => `${question.question} ${answer.record ?? answer.label}`),
    ),
    auto_table: listed(measured),
  };
}

const knownBeside = (guide: SpokenGuide, { answers, beside }: Told) =>
  neededBeside(guide, answers, beside).flatMap(({ question, answer }) =>
    answer ? [{ question, answer }] : [],
  );

/** What the desk must still ask before it begins; whatever the guide's own text says, this stands under it. */
function unknownOf(guide: SpokenGuide, { answers, beside, lang }: Told): string {
  const open = neededBeside(guide, answers, beside).filter(({ answer }) => answer === null);
  if (open.length === 0) return '';
  return ['', '', unknown[lang], '', ...open.map(({ question }) => `- ${question.question}`)].join('\n');
}

const listed = (lines: readonly string[]): string =>
  lines.length > 0 ? ['', ...lines.map(line => `- ${line}`), ''].join('\n') : unsaid;

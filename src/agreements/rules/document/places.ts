import type { Lang, Words } from '#platform/schemas.ts';
import type { DeskTime } from '#sla/rules/desk-hours.ts';
import { dayAndMonth } from '#sla/rules/moments.ts';
import { hoursWords } from '#sla/rules/week.ts';
import { priorities, promised_clocks } from '#sla/rules/targets.ts';
import { zoneLabel } from '#sla/rules/zones.ts';
import { exceptionsOf, groupDuties, inScope, outOfScope, schoolDuties } from '../duties/duties.ts';
import { place_names, required_places, type Place } from './place-words.ts';
import { clock_words, lengthWords, percent, priority_words, type Fault, type Terms } from '../terms.ts';

/** The places of an agreement's text that are filled from its data, so that the text never contradicts them. */

export interface Filling {
  version: number;
  terms: Terms;
  hours: DeskTime;
  group: string | null;
  system: string | null;
  /** YYYY-MM-DD; null while it is a draft. */
  effective_on: string | null;
}

type Fill = (filling: Filling, lang: Lang) => string;

const places: Record<Place, Fill> = {
  group: ({ group }, lang) => group ?? the_group[lang],
  system: ({ system }, lang) => system ?? the_system[lang],
  version: ({ version }) => String(version),
  effective: ({ effective_on }, lang) => (effective_on ? fullDay(effective_on, lang) : when_published[lang]),
  targets: ({ terms }, lang) => targetTable(terms, lang),
  goals: ({ terms }, lang) => goalLines(terms, lang),
  hours: ({ hours }, lang) => `${hoursWords(hours.week, lang)}, ${zoneLabel(hours.zone)[lang]}`,
  in_scope: (_, lang) => inScope(lang),
  out_of_scope: (_, lang) => outOfScope(lang),
  group_duties: (_, lang) => groupDuties(lang),
  school_duties: (_, lang) => schoolDuties(lang),
  exceptions: (_, lang) => exceptionsOf(lang),
  complaint_days: ({ terms }) => String(terms.complaint_days),
  review: ({ terms }, lang) => fullDay(terms.review_on, lang),
};

const place = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** A text with its places filled; one that is not known stays as it is written. */
export const filled = (text: string, filling: Filling, lang: Lang): string =>
  text.replaceAll(place, (written, name: string) =>
    Object.hasOwn(places, name) ? places[name as Place](filling, lang) : written,
  );

/** What is wrong with the places of a text: those that are not known, and those that it may not leave out. */
export function faultsOfText(text: string, field: string): Fault[] {
  const found = new Set([...text.matchAll(place)].map(([, name]) => name!));
  const unknown = [...found].filter(name => !Object.hasOwn(places, name));
  const missing = place_names.filter(name => required_places.has(name) && !found.has(name));
  const said = (names: readonly string[]) => names.map(name => `{{${name}}}`).join(', ');
  return [
    ...(unknown.length > 0 ? [{ field, sentence: unknownPlaces(said(unknown)) }] : []),
    ...(missing.length > 0 ? [{ field, sentence: missingPlaces(said(missing)) }] : []),
  ];
}

const unknownPlaces = (names: string): Words => ({
  en: `The text has a place that nothing fills: ${names}.`,
  fr: `Le texte contient un champ que rien ne remplit : ${names}.`,
});
const missingPlaces = (names: string): Words => ({
  en: `The text leaves out what an agreement must say: ${names}.`,
  fr: `Le texte omet ce qu’une entente doit dire : ${names}.`,
});

/** A day with its year, whenever it is read: "4 January 2027". */
export function fullDay(date: string, lang: Lang): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${dayAndMonth({ month, day }, lang)} ${year}`;
}

function targetTable({ targets }: Terms, lang: Lang): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row([priority_head[lang], ...promised_clocks.map(clock => clock_words[clock][lang])]),
    row(['---', '---', '---']),
    ...priorities.map(priority =>
      row([
        `${priority}: ${priority_words[priority][lang]}`,
        ...promised_clocks.map(clock => lengthWords(targets[priority][clock], lang)),
      ]),
    ),
  ].join('\n');
}

const goalLines = ({ goals }: Terms, lang: Lang): string =>
  promised_clocks.map(clock => `- ${goal_words[clock][lang](percent(goals[clock], lang))}`).join('\n');

const goal_words = {
  response: {
    en: (share: string) => `${share} of first answers come in time`,
    fr: (share: string) => `${share} des premières réponses arrivent à temps`,
  },
  resolution: {
    en: (share: string) => `${share} of tickets are solved in time`,
    fr: (share: string) => `${share} des billets sont réglés à temps`,
  },
};
const priority_head = { en: 'Priority', fr: 'Priorité' };
const the_group = { en: 'the group', fr: 'le groupe' };
const the_system = { en: 'the supported system', fr: 'le système soutenu' };
const when_published = {
  en: '(the day that is named on publishing)',
  fr: '(le jour nommé à la publication)',
};

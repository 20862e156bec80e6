import type { Lang, Words } from '#platform/schemas.ts';
import { browser_names, system_names } from './browsers.ts';
import type { Guide, SpokenGuide, Variables } from './guide.ts';

/** The texts of the guide, with what they name in braces filled in. */

const braced = /\{([A-Za-z_0-9]+)\}/g;

/** What a text names in braces. */
export const namedIn = (text: string): string[] => [...text.matchAll(braced)].map(([, name]) => name!);

/** Fills in what is known by name; what isn't stays as it stands. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(braced, (whole, name: string) => values[name] ?? whole);

/** What the installation itself knows: its own addresses. */
export interface Own {
  HELPDESK_URL: string;
  STATUS_URL: string;
}
export const own_names = ['HELPDESK_URL', 'STATUS_URL'] as const;

/** What is only known when a ticket is written: its person, its school, and answers by the question's name. */
export const written_names = [
  'school',
  'school_code',
  'person',
  'phone',
  'time',
  'message',
  'answers_table',
  'auto_table',
] as const;

const and: Words = { en: ' and ', fr: ' et ' };
const to_ask: Words = { en: 'the number that you were given', fr: 'le numéro qu’on vous a donné' };
const none: Words = { en: 'no other address', fr: 'aucune autre adresse' };

/** Several in a sentence. */
export const inARow = (items: readonly string[], lang: Lang): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')}${and[lang]}${items.at(-1)!}`;

/** Each variable as a text says it. */
export function saidOf(variables: Variables, own: Own, lang: Lang): Record<string, string> {
  const { SIS_NAME, SIS_URL, SIS_HOST, SIS_IDLE_MINUTES } = variables;
  const browsers = variables.SUPPORTED_BROWSERS.map(
    ({ family, min, os }) =>
      `${browser_names[family]} ${min}+ (${os.map(each => system_names[each]).join(', ')})`,
  );
  return {
    ...{ SIS_NAME, SIS_URL, SIS_HOST },
    SIS_IDLE_MINUTES: String(SIS_IDLE_MINUTES),
    SIS_PORTS: inARow(variables.SIS_PORTS.map(String), lang),
    SIS_OTHER_HOSTS: inARow(variables.SIS_OTHER_HOSTS, lang) || none[lang],
    SUPPORTED_BROWSERS: browsers.join('; '),
    HELPDESK_PHONE: variables.HELPDESK_PHONE || to_ask[lang],
    CHECK_SITES: inARow(variables.CHECK_SITES, lang),
    ...own,
  };
}

/** The guide as one language's reader has it: words only, filled in; the walks that test it stay behind. */
export function speak(guide: Guide, own: Own, lang: Lang): SpokenGuide {
  const values = saidOf(guide.variables, own, lang);
  const read = Object.fromEntries(Object.entries(guide).filter(([name]) => name !== 'walks'));
  return spoken(read, text => fill(text[lang], values)) as SpokenGuide;
}

/** Puts words in place of every text in both languages. */
function spoken(part: unknown, say: (text: Words) => string): unknown {
  if (Array.isArray(part)) return part.map(each => spoken(each, say));
  if (part === null || typeof part !== 'object') return part;
  if (isWords(part)) return say(part);
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, spoken(each, say)]));
}

const isWords = (part: object): part is Words =>
  'en' in part && 'fr' in part && typeof part.en === 'string' && typeof part.fr === 'string';

/** Every text in both languages: the question or outcome where it stands, and what of it it is. */
export function textsOf(guide: Guide): { at: string; part: Words; text: Words }[] {
  return [
    ...guide.questions.flatMap(({ id, question, why, howto, answers }) => [
      { at: id, part: { en: 'the question', fr: 'la question' }, text: question },
      { at: id, part: { en: 'why it is asked', fr: 'pourquoi elle est posée' }, text: why },
      ...howto.map((text, at) => ({ at: id, part: step(at), text })),
      ...answers.flatMap(({ label, record }, at) => [
        { at: id, part: { en: `answer ${at + 1}`, fr: `la réponse ${at + 1}` }, text: label },
        ...(record ? [{ at: id, part: recorded(at), text: record }] : []),
      ]),
    ]),
    ...guide.outcomes.flatMap(({ id, title: name, advice, ticket }) => [
      { at: id, part: title, text: name },
      ...advice.map((text, at) => ({ at: id, part: step(at), text })),
      ...(ticket.subject
        ? [{ at: id, part: { en: 'the ticket’s subject', fr: 'l’objet du billet' }, text: ticket.subject }]
        : []),
    ]),
    ...guide.groups.map(({ id, title: name }, at) => ({
      ...{ at: id, text: name },
      part: { en: `the title of part ${at + 1}`, fr: `le titre de la partie ${at + 1}` },
    })),
    { at: 'whole', part: { en: 'what a ticket says', fr: 'ce que dit un billet' }, text: guide.body },
    ...guide.walks.map(({ name }, at) => ({
      ...{ at: 'walks', text: name },
      part: { en: `the name of walk ${at + 1}`, fr: `le nom du parcours ${at + 1}` },
    })),
  ];
}

const title: Words = { en: 'the title', fr: 'le titre' };
const step = (at: number): Words => ({ en: `step ${at + 1}`, fr: `l’étape ${at + 1}` });
const recorded = (at: number): Words => ({
  en: `what the ticket says for answer ${at + 1}`,
  fr: `ce que dit le billet pour la réponse ${at + 1}`,
});

import type { Lang, Words } from '#platform/schemas.ts';
import { browser_names, system_names, type Verdict } from '../browsers.ts';
import type { AutoCheck } from '../kinds.ts';
import { calledShort } from './addresses.ts';
import type { Measured } from './measured.ts';
import { clock_off_seconds, slow_ms } from './picking.ts';

/** What was measured, in lines: for the page, for the ticket, and for the agent who reads the code. */

export interface MeasuredLine {
  name: string;
  words: string;
  good: boolean;
  /** The check of the guide that it belongs to. */
  of?: AutoCheck;
}

type Say = (measured: Measured, lang: Lang) => MeasuredLine | MeasuredLine[] | undefined;
const in_words = (lang: Lang, en: string, fr: string) => (lang === 'fr' ? fr : en);
const seconds = (ms: number, lang: Lang) =>
  ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1).replace('.', in_words(lang, '.', ','))} s`;

const verdict_words: Record<Verdict, Words> = {
  supported: { en: 'on the list', fr: 'sur la liste' },
  too_old: { en: 'too old for the list', fr: 'trop ancien pour la liste' },
  ie_mac: { en: 'nobody supports it on a Mac', fr: 'personne ne le soutient sur un Mac' },
  not_listed: { en: 'not on the list', fr: 'pas sur la liste' },
};

const sites: Say = ({ sites: tried }, lang) => {
  if (!tried?.length) return undefined;
  const there = tried.filter(({ after }) => after !== null).length;
  return {
    name: in_words(lang, 'Other sites', 'Autres sites'),
    words: in_words(lang, `${there} of ${tried.length} answer`, `${there} sur ${tried.length} répondent`),
    good: there === tried.length,
    of: 'fetch_check_sites',
  };
};

const desk: Say = ({ desk: series }, lang) => {
  if (!series) return undefined;
  const { sent, lost, median, jitter } = series;
  const name = in_words(lang, 'This help desk', 'Ce centre d’aide');
  if (lost === sent)
    return { name, words: in_words(lang, 'no answer', 'pas de réponse'), good: false, of: 'latency' };
  const words = in_words(
    lang,
    `answers in ${seconds(median, lang)}, give or take ${seconds(jitter, lang)}${lost ? `; ${lost} of ${sent} lost` : ''}`,
    `répond en ${seconds(median, lang)}, à ${seconds(jitter, lang)} près${lost ? `; ${lost} sur ${sent} perdues` : ''}`,
  );
  return { name, words, good: lost === 0 && median <= slow_ms, of: 'latency' };
};

/** How long an address took to answer, of the seconds that it had. */
const answerIn = (after: number | null, within_s: number, lang: Lang): string =>
  after === null
    ? in_words(lang, `no answer in ${within_s} s`, `pas de réponse en ${within_s} s`)
    : in_words(lang, `answers in ${seconds(after, lang)}`, `répond en ${seconds(after, lang)}`);

const sis: Say = ({ sis: tried }, lang) =>
  tried && {
    name: in_words(lang, 'The system’s address', 'L’adresse du système'),
    words: answerIn(tried.after, 10, lang),
    good: tried.after !== null,
    of: 'probe_sis',
  };

/** A line for each other address that is named. */
const others: Say = ({ others: tried = [] }, lang) =>
  tried.map(({ address, after }) => ({
    name: calledShort(address),
    words: answerIn(after, 8, lang),
    good: after !== null,
  }));

const clock: Say = ({ clock_ahead: off }, lang) => {
  if (off === undefined) return undefined;
  const good = Math.abs(off) <= clock_off_seconds;
  const minutes = Math.round(Math.abs(off) / 60);
  const way = off > 0 ? in_words(lang, 'ahead', 'd’avance') : in_words(lang, 'behind', 'de retard');
  return {
    name: in_words(lang, 'Clock of this computer', 'Heure de cet ordinateur'),
    words: good ? in_words(lang, 'right', 'juste') : `${minutes} min ${way}`,
    good,
    of: 'clock_skew',
  };
};

const browser: Say = ({ browser: found }, lang) => {
  if (!found) return undefined;
  const { family, version, system, verdict } = found;
  const known = [family && browser_names[family], version || undefined].filter(Boolean).join(' ') || '?';
  return {
    name: in_words(lang, 'Browser', 'Navigateur'),
    words: `${known}${system ? ` (${system_names[system]})` : ''}, ${verdict_words[verdict][lang]}`,
    good: verdict === 'supported',
    of: 'browser_version',
  };
};

/** What only says something when it is wrong, or has been tried. */
const yes_or_no = (
  read: (measured: Measured) => boolean | undefined,
  name: Words,
  [yes, no]: readonly [Words, Words],
  of?: AutoCheck,
): Say => {
  return (measured, lang) => {
    const good = read(measured);
    return good === undefined
      ? undefined
      : { name: name[lang], words: (good ? yes : no)[lang], good, ...(of && { of }) };
  };
};
const allowed = [
  { en: 'allowed', fr: 'permis' },
  { en: 'blocked', fr: 'bloqué' },
] as const;

const proxy: Say = ({ proxy: seen }, lang) => {
  if (!seen) return undefined;
  const { via, hops, changed } = seen;
  const good = via === null && hops === 0 && changed.length === 0;
  const parts = [
    via !== null && `Via: ${via}`,
    hops > 0 && in_words(lang, `${hops} on the way`, `${hops} en chemin`),
    changed.length > 0 && in_words(lang, `changes ${changed.join(', ')}`, `change ${changed.join(', ')}`),
  ].filter(Boolean);
  return {
    name: 'Proxy',
    words: good ? in_words(lang, 'none is seen', 'aucun n’est vu') : parts.join('; '),
    good,
  };
};

const says: readonly Say[] = [
  sites,
  desk,
  sis,
  clock,
  browser,
  yes_or_no(({ popups }) => popups, { en: 'New windows', fr: 'Nouvelles fenêtres' }, allowed, 'popup_cookie'),
  yes_or_no(({ cookies }) => cookies, { en: 'Cookies', fr: 'Témoins' }, allowed, 'popup_cookie'),
  yes_or_no(({ storage }) => storage, { en: 'Storage', fr: 'Mémoire du navigateur' }, allowed),
  yes_or_no(
    ({ body }) => body && body === 'whole',
    { en: 'Pages on the way', fr: 'Pages en chemin' },
    [
      { en: 'come as they were sent', fr: 'arrivent telles quelles' },
      { en: 'are altered or kept back', fr: 'sont modifiées ou retenues' },
    ],
    'on_the_way',
  ),
  yes_or_no(
    ({ stream }) => stream && stream === 'live',
    { en: 'Live events', fr: 'Événements en direct' },
    [
      { en: 'come at once', fr: 'arrivent aussitôt' },
      { en: 'are cut or held back', fr: 'sont coupés ou retenus' },
    ],
    'on_the_way',
  ),
  yes_or_no(
    ({ large }) => large && large === 'whole',
    { en: 'Large messages', fr: 'Grands messages' },
    [
      { en: 'get through', fr: 'passent' },
      { en: 'are refused on the way', fr: 'sont refusés en chemin' },
    ],
    'on_the_way',
  ),
  proxy,
  others,
  ({ address }) => address && { name: 'Internet', words: address, good: true },
];

/** All of it that was measured, in one order. */
export const linesOf = (measured: Measured | null, lang: Lang): MeasuredLine[] =>
  measured ? says.flatMap(say => say(measured, lang) ?? []) : [];

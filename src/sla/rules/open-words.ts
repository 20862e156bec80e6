import { closedBecause, fromEver, type DeskTime } from './desk-hours.ts';
import { clockWords, moment, type Seen } from './moments.ts';
import { isOpenAt, opensNext, openStretches } from './open-time.ts';
import { localDate, localTime } from './zones.ts';

/** "Open now, until 16:00." or "Closed now: Remembrance Day. Opens tomorrow 8:00.", in the zone of the desk. */
export function openWords(
  desk: DeskTime,
  { now, lang }: Pick<Seen, 'now' | 'lang'>,
): { open: boolean; words: string } {
  const times = fromEver(desk);
  if (isOpenAt(now, times)) {
    const [open] = openStretches(now, new Date(now.getTime() + 2 * 86_400_000), times);
    const until = clockWords(localTime(open!.to, desk.zone));
    return { open: true, words: { en: `Open now, until ${until}.`, fr: `Ouvert, jusqu’à ${until}.` }[lang] };
  }
  const because = closedBecause(localDate(now, desk.zone), desk)?.[lang];
  const next = opensNext(now, times);
  const opens = next && moment(next, { now, zone: desk.zone, lang }).words;
  const parts = {
    en: [`Closed now${because ? `: ${because}` : ''}.`, opens ? `Opens ${opens}.` : 'It does not open.'],
    fr: [`Fermé${because ? ` : ${because}` : ''}.`, opens ? `Ouvre ${opens}.` : 'Il n’ouvre pas.'],
  };
  return { open: false, words: parts[lang].join(' ') };
}

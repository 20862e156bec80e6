import type { Question, Variables } from '../guide.ts';
import { auto_results, type AutoCheck, type AutoResult } from '../kinds.ts';
import { askable, placeOf } from './addresses.ts';
import type { Measured } from './measured.ts';

/** Which answer a measurement picks ahead. It only does that: the person answers. */

export const slow_ms = 500;
export const clock_off_seconds = 300;

/** What was found of each check; undefined where it wasn't measured. */
const results: { [C in AutoCheck]: (measured: Measured) => AutoResult<C> | undefined } = {
  status_notice: ({ notices }) => (notices === undefined ? undefined : notices === 0 ? 'nomatch' : 'some'),
  navigator_online: ({ online }) => (online ? 'online' : undefined),
  fetch_check_sites: ({ sites }) =>
    sites?.length === 2
      ? auto_results.fetch_check_sites[sites.filter(({ after }) => after !== null).length]
      : undefined,
  probe_sis: ({ sis }) => sis && (sis.after === null ? 'unreachable' : 'reachable'),
  clock_skew: ({ clock_ahead }) =>
    clock_ahead === undefined ? undefined : Math.abs(clock_ahead) > clock_off_seconds ? 'skewed' : 'ok',
  browser_version: ({ browser }) => browser?.verdict,
  popup_cookie: ({ popups, cookies }) =>
    popups === undefined || cookies === undefined ? undefined : popups && cookies ? 'both' : 'blocked',
  on_the_way: ({ body, stream, large }) =>
    body === undefined
      ? undefined
      : body === 'altered' || (stream ?? 'live') !== 'live' || large === 'refused'
        ? 'hindered'
        : 'clear',
  latency: ({ desk }) => desk && (desk.median > slow_ms ? 'slow' : 'fast'),
};

/** The answer that was measured; null where something was measured that picks none, undefined where nothing was. */
export function pickedFor(
  { auto_check, answers }: Pick<Question, 'auto_check' | 'answers'>,
  measured: Measured | null,
): string | null | undefined {
  if (!auto_check || !measured) return undefined;
  const result = results[auto_check.id](measured);
  if (result === undefined) return undefined;
  const picked = auto_check.maps[result] ?? null;
  return answers.some(({ id }) => id === picked) ? picked : null;
}

/** What a page tries by itself. */
export interface Targets {
  /** The two sites that have nothing to do with the system. */
  sites: string[];
  sis: string | null;
  /** Whatever else is named: it picks no answer. */
  others: string[];
}

/** Only what an administrator named, each once, however it is written. */
export function targetsOf({ CHECK_SITES, MEASURED_SITES, SIS_URL }: Variables): Targets {
  const named = new Map<string, string>();
  for (const address of MEASURED_SITES) {
    const [place, asked] = [placeOf(address), askable(address)];
    if (place !== undefined && asked !== undefined && !named.has(place)) named.set(place, asked);
  }
  /** What is named is left to the others once it has been taken out. */
  const take = (address: string): string[] => {
    const place = placeOf(address);
    const asked = place === undefined ? undefined : named.get(place);
    if (asked === undefined) return [];
    named.delete(place!);
    return [asked];
  };
  const sites = CHECK_SITES.flatMap(take);
  const [sis = null] = take(SIS_URL);
  return { sites, sis, others: [...named.values()] };
}

import type { Ctx } from '#accounts/server/acting.ts';
import { wordsOf } from '#knowledge/rules/suggesting/terms.ts';
import { synonymGroups } from '#knowledge/server/knowledge.ts';
import type { Category } from '#tickets/rules/categories.ts';
import { askedOf, queriesOf, queryOf, type Asked } from '../rules/asking.ts';
import { found_kinds } from '../rules/kinds.ts';
import { matcherOf } from '../rules/matching.ts';
import type { Found, SearchAnswer, SearchQuery } from '../rules/search.ts';
import { meantBy } from '../rules/spelling.ts';
import {
  articlesWith,
  schoolsWith,
  ticketsWith,
  topicsWith,
  wordsKnown,
  type Candidate,
} from './candidates.ts';

/** The one search: the database finds what this person may read and what may fit; what fits is weighed here. */

/** Of an article so much of what is asked must be in it; of what else there is all, or half where nothing has all. */
const of_article = 0.6;
const of_any = 0.5;
/** What opens by its number, before all else. */
const by_number = 10;
/** Of its score so much is the first ahead where it is likely to be what was meant. */
const sure_lead = 0.2;

interface Seen {
  items: (Found & { parts: ReadonlySet<number> })[];
}

/**
 * What this person may read of what is sought, the best first. A word that is nowhere is taken for the nearest that is
 * somewhere in what she may read, and `corrected` says so. Nothing sought is nothing found.
 */
export async function find(ctx: Ctx, { q, kind, area, limit }: SearchQuery): Promise<SearchAnswer> {
  const groups = await synonymGroups(ctx.db);
  let asked = askedOf(q, groups);
  let seen = await look(ctx, asked, 'all');
  const corrected = await correctedFor(ctx, { q, asked, seen });
  if (corrected !== null) {
    asked = askedOf(corrected, groups);
    seen = await look(ctx, asked, 'all');
  }
  if (seen.items.length === 0 && asked.parts.length > 1) seen = await look(ctx, asked, 'any');
  const of_area = seen.items.filter(item => area === undefined || item.area === area);
  const of_kind = seen.items.filter(item => kind === undefined || item.kind === kind);
  const items = of_area.filter(item => kind === undefined || item.kind === kind);
  return {
    items: items.slice(0, limit),
    confident: isSure(items, asked),
    counts: Object.fromEntries(
      found_kinds.map(of => [of, of_area.filter(item => item.kind === of).length]),
    ) as SearchAnswer['counts'],
    areas: areasOf(of_kind),
    corrected: corrected !== null && seen.items.length > 0 ? corrected : null,
  };
}

/** As suggestions are: the first has all that is sought, and leads by a fifth of its score; or it is asked for by number. */
function isSure([one, other]: Seen['items'], { parts }: Asked): boolean {
  if (!one) return false;
  const whole = one.score >= by_number || one.parts.size === parts.length;
  return whole && one.score - (other?.score ?? 0) >= sure_lead * one.score;
}

function areasOf(items: readonly Found[]): SearchAnswer['areas'] {
  const counts = new Map<Category, number>();
  for (const { area } of items) if (area) counts.set(area, (counts.get(area) ?? 0) + 1);
  return [...counts].map(([area, count]) => ({ area, count })).sort((a, b) => b.count - a.count);
}

async function look(ctx: Ctx, asked: Asked, how: 'all' | 'any'): Promise<Seen> {
  const any = queryOf(asked, 'any');
  const sought = any && { parts: queriesOf(asked), any };
  const candidates: Candidate[] = [
    ...(sought ? await articlesWith(ctx, sought) : []),
    ...(sought ? await topicsWith(ctx, sought) : []),
    ...(any || asked.number ? await ticketsWith(ctx, queryOf(asked, how), asked.number) : []),
    ...(await schoolsWith(ctx, wordsOfSchools(asked))),
  ];
  const matching = matcherOf(asked);
  const items = candidates.flatMap(candidate => {
    const { kind, id, title, area } = candidate;
    const numbered = kind === 'ticket' && id === asked.number;
    const least =
      kind === 'article' || kind === 'topic'
        ? Math.min(of_article, how === 'any' ? of_any : 1)
        : how === 'all'
          ? 1
          : of_any;
    const match = matching(candidate, least);
    if (!match && !numbered) return [];
    const { score, snippet, parts } = match ?? unmatched(candidate);
    const weighed = (numbered ? by_number : 0) + Math.round(score * 1000) / 1000;
    return [{ kind, id, title, area, snippet, url: urlOf(ctx, candidate), score: weighed, parts }];
  });
  return { items: items.sort((a, b) => b.score - a.score || first[a.kind] - first[b.kind] || b.id - a.id) };
}

/** Of two that fit as well: what answers comes before what was asked. */
const first: Record<Found['kind'], number> = { article: 0, school: 1, topic: 2, ticket: 3 };

const unmatched = ({ texts }: Candidate) => ({
  ...{ score: 0, parts: new Set<number>() },
  snippet: { text: (texts[0] ?? '').slice(0, 200).replaceAll(/\s/g, ' ').toWellFormed(), hits: [] },
});

const wordsOfSchools = ({ parts }: Asked): string[] =>
  parts.flatMap(({ ways }) => ways.slice(0, 1).flatMap(({ words }) => words.flatMap(({ exact }) => exact)));

function urlOf({ who }: Ctx, { kind, id }: Candidate): string {
  const desk = who.side === 'desk';
  if (kind === 'article') return desk ? `/desk/answers/${id}` : `/answers/${id}`;
  if (kind === 'topic') return desk ? `/desk/forum/${id}` : `/forum/${id}`;
  if (kind === 'school') return `/desk/schools/${id}`;
  return desk ? `/desk/tickets/${id}` : `/tickets/${id}`;
}

/** What was typed, with each word that is nowhere as the one that was meant; null where that changes nothing. */
async function correctedFor(
  ctx: Ctx,
  { q, asked, seen }: { q: string; asked: Asked; seen: Seen },
): Promise<string | null> {
  const lost = asked.parts.filter(
    (_, place) => !seen.items.some(({ parts, score }) => parts.has(place) || score >= by_number),
  );
  if (lost.length === 0) return null;
  const known = await wordsKnown(ctx);
  let better = q;
  for (const { typed } of lost)
    for (const piece of typed.split(/[\s"]+/).filter(Boolean)) {
      const [word, ...more] = wordsOf(piece);
      const meant = word !== undefined && more.length === 0 ? meantBy(word, known) : undefined;
      if (meant) better = better.replace(piece, meant);
    }
  return better === q ? null : better;
}

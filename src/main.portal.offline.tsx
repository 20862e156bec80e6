import { useEffect, useRef } from 'react';
import type { Session } from '#accounts/rules/session.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import type { ArticleLine } from '#knowledge/rules/article.ts';
import { listsOfMine } from '#tickets/web/portal/home/use-my-tickets.ts';
import { listsOffered } from '#tickets/web/portal/list/choice.ts';
import { useSending } from '#tickets/web/portal/slips/use-sending.ts';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { copyAnew, copyPictures, dropCopies, list_ms } from '#ui/offline/copying.ts';
import { keptHere } from '#ui/offline/looking.ts';
import { openWithoutLine, whenKept } from '#ui/offline/register.ts';
import { api, currentLang, langs, useConnection, useLive, type Lang } from '#ui/ui.ts';

/** What the portal keeps for the time without a line: its pages, the guide, what is told, her tickets, the answers. */

const after_news_ms = 5000;
const together_ms = 1000;
/** Of the tickets that she may see, those where something happened last. */
const tickets_kept = 50;

export function Offline() {
  const session = useSession();
  const connection = useConnection();
  const id = session.person.id;
  useEffect(openWithoutLine, []);
  useSending();
  useEffect(() => {
    if (connection === 'lost') return;
    let stopped = false;
    void whenKept().then(() => (stopped ? undefined : copyAll(session).catch(() => undefined)));
    return () => void (stopped = true);
    // Once for each person and each line; what changes meanwhile is heard below.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, connection]);
  const reading = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(
    ({ ticket }) => {
      if (ticket !== null) setTimeout(() => void copyNews(id, ticket).catch(() => undefined), after_news_ms);
    },
    undefined,
    ({ kind }) => {
      if (kind !== 'articles' || !session.open.includes('read_knowledge')) return;
      // Many at once, as an import brings them, are one look at the list.
      clearTimeout(reading.current);
      reading.current = setTimeout(() => void copyArticles(id).catch(() => undefined), together_ms);
    },
  );
  useEffect(() => () => clearTimeout(reading.current), []);
  return null;
}

/** All of it, one after the other; what the line does not give any more is asked for when it is back. */
async function copyAll(session: Session): Promise<void> {
  const { person, open } = session;
  await api.get('/api/session');
  for (const [path, spoken] of everybodys) for (const lang of spoken()) await askIn(lang, path);
  const told = ['/api/announcements?limit=20', '/api/status/notices?limit=20'];
  if (open.includes('read_tickets')) {
    for (const path of [...told, ...listsOfMine(session.roles), ...listsOffered(session.roles)])
      await copyAnew(person.id, path, () => true, list_ms);
    await copyTickets(person.id);
  }
  if (open.includes('read_knowledge')) await copyArticles(person.id);
}

/** The guide in both languages, so that it is whole; the rest in that of the page. */
const everybodys: [string, () => readonly Lang[]][] = [
  ['/api/public/guide', () => langs],
  ['/api/igroup', () => [currentLang()]],
  ['/status', () => [currentLang()]],
];

const askIn = (lang: Lang, path: string) => fetch(path, { headers: { 'accept-language': lang } });

async function copyTickets(person: number): Promise<void> {
  const list = await api.get<{ items: Ticket[] }>(
    `/api/tickets?whose=own,shared,passed&limit=${tickets_kept}`,
  );
  for (const { number, last_activity } of list.items) await copyTicket(person, number, last_activity.at);
}

/** Of a ticket that is kept here; another comes when she opens it. */
async function copyNews(person: number, number: number): Promise<void> {
  if (await keptHere(`/api/tickets/${number}`, person)) await copyTicket(person, number);
}

async function copyTicket(person: number, number: number, at?: string): Promise<void> {
  const path = `/api/tickets/${number}`;
  let changed = false;
  await copyAnew(person, path, copy => {
    changed = (copy['last_activity'] as Ticket['last_activity']).at !== at;
    return !changed;
  });
  for (const part of ['history', 'clocks', 'course'])
    await copyAnew(person, `${path}/${part}`, () => !changed);
}

const articles_listed = 500;
const list_of_mine = '/api/articles';
const list_of_all = '/api/public/articles';

async function copyArticles(person: number): Promise<void> {
  const list = () => api.get<{ items: ArticleLine[] }>(`${list_of_mine}?limit=${articles_listed}`);
  const { items } = await list();
  // A list that is cut says nothing of those behind its end.
  if (items.length < articles_listed && (await dropGone(person, items))) await list();
  const texts: string[] = [];
  for (const { id, version } of items) {
    const { html } = await copyAnew(person, `/api/articles/${id}`, copy => copy['version'] === version);
    texts.push(String(html));
  }
  await copyPictures(person, texts);
}

/**
 * What left the list leaves the copies, with its pictures: hers and, where it is not public, what everybody could read;
 * and the lists that named it, in whatever language. Whether something of hers was gone.
 */
async function dropGone(person: number, items: readonly ArticleLine[]): Promise<boolean> {
  const shown = items.filter(({ audience }) => audience === 'public');
  if ((await dropCopies(undefined, isGone(list_of_all, shown))) > 0)
    await dropCopies(undefined, path => path === list_of_all);
  const dropped = await dropCopies(person, isGone(list_of_mine, items));
  if (dropped > 0) await dropCopies(person, path => path === list_of_mine);
  return dropped > 0;
}

/** Whether a path is of an article under this address, and of none of these. */
function isGone(address: string, listed: readonly ArticleLine[]): (path: string) => boolean {
  const ids = new Set(listed.map(({ id }) => String(id)));
  return path => path.startsWith(`${address}/`) && !ids.has(path.slice(address.length + 1).split('/')[0]!);
}

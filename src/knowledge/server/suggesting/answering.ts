import type { Software } from '#accounts/rules/who.ts';
import { actorOf } from '#accounts/server/acting.ts';
import type { Database, Db } from '#platform/db/database.ts';
import type { ForWhom } from '../../rules/policy.ts';
import { newSuggesting, type Suggesting } from '../../rules/suggesting/suggesting.ts';
import { synonymGroups } from '../synonyms/store.ts';
import {
  selectClicks,
  selectLearned,
  selectPast,
  selectTaught,
  selectToSuggest,
  whatHappened,
  type TaughtTicket,
} from './reading.ts';

/**
 * The index of answers, in this server's memory: it yields ids, and each is read again through the wall before anything
 * leaves. It is a cache of the database that follows the story, so that several servers keep up (0033).
 */

const who: Software = { side: 'system', job: 'answers' };
const software = actorOf(who);
const at_once = 250;
/** No number is above it. */
const highest = 2_147_483_647;

/** Ids of what taught: a ticket's number; of another system's ticket and of a click, below zero. */
export const pastOf = (id: number): number | undefined => (id < 0 && id > -clicks_from ? -id : undefined);
const clicks_from = 1_000_000_000;
const idOfClick = (id: number): number => -clicks_from - id;

/** What decides who may be told of a ticket, before the cut; the wall decides again. */
export type TicketSeen = Pick<TaughtTicket, 'school_id' | 'hidden'>;

export interface Answering {
  /** The index as it is now: all articles are in it, and what had happened when it was asked for. */
  index: () => Promise<Suggesting>;
  article: (id: number) => ForWhom | undefined;
  ticket: (id: number) => TicketSeen | undefined;
  /** Something has happened: it is read when it is next needed. */
  wake: () => void;
  /** Answers when every ticket is in it. */
  whole: () => Promise<void>;
  stop: () => void;
}

export function openAnswering(database: Database, failed: (error: unknown) => void): Answering {
  const suggesting = newSuggesting();
  const articles = new Map<number, ForWhom>();
  const tickets = new Map<number, TicketSeen>();
  const transact = <T>(work: (db: Db) => Promise<T>) => database.transact(software, work);
  let position = 0;
  let stale = true;
  let stopped = false;

  const putArticles = async (ids: readonly number[] | undefined) => {
    const rows = await transact(db => selectToSuggest(db, ids));
    for (const { id, title, summary, body, lang, ...for_whom } of rows) {
      suggesting.putArticle({ id, title, body: `${summary}\n${body}`, lang });
      articles.set(id, for_whom);
    }
    for (const id of ids ?? [])
      if (!rows.some(row => row.id === id)) {
        suggesting.dropArticle(id);
        articles.delete(id);
      }
  };
  const putTickets = (rows: readonly TaughtTicket[]) => {
    for (const { school_id, hidden, ...ticket } of rows) {
      suggesting.putTicket(ticket);
      tickets.set(ticket.id, { school_id, hidden });
    }
  };
  const putClicks = async (after: number): Promise<void> => {
    const rows = await transact(db => selectClicks(db, after));
    for (const { id, question, article } of rows)
      suggesting.putTicket({
        id: idOfClick(id),
        title: '',
        text: question,
        solution: '',
        articles: [article],
      });
  };

  const putSynonyms = async () => suggesting.putSynonyms(await transact(synonymGroups));

  /** Everything that has happened since, in parts. */
  const follow = async () => {
    stale = false;
    for (let more = true; more && !stopped;) {
      const happened = await transact(db => whatHappened(db, position));
      if (happened.articles.length > 0) await putArticles(happened.articles);
      if (happened.tickets.length > 0)
        putTickets(await transact(db => selectTaught(db, { numbers: happened.tickets })));
      if (happened.clicks.length > 0) await putClicks(Math.min(...happened.clicks) - 1);
      for (const id of happened.taken_back) suggesting.dropTicket(idOfClick(id));
      if (happened.past !== null) putTickets(await transact(db => selectPast(db, { ids: happened.past! })));
      if (happened.synonyms) await putSynonyms();
      more = happened.more;
      position = happened.position;
    }
  };

  /** What is there when it begins: the articles first, since they answer; then tickets, the newest first. */
  const begin = async () => {
    position = await transact(selectLearned);
    stale = false;
    await putSynonyms();
    await putArticles(undefined);
    loading = load();
    loading.catch(failed);
  };
  let loading: Promise<void> | undefined;
  const load = async () => {
    await putClicks(0);
    for (const select of [selectTaught, selectPast])
      for (let before: number | undefined = highest; before !== undefined && !stopped;) {
        const part = { before, most: at_once };
        const rows: TaughtTicket[] = await transact(db => select(db, part));
        // What has happened meanwhile is there already, and newer.
        putTickets(rows.filter(({ id }) => !tickets.has(id)));
        before = rows.length < at_once ? undefined : Math.abs(rows.at(-1)!.id);
      }
  };

  let beginning: Promise<void> | undefined;
  let following: Promise<void> | undefined;
  const index = async () => {
    await (beginning ??= begin().catch(error => {
      beginning = undefined;
      throw error;
    }));
    if (stale) await (following ??= follow().finally(() => (following = undefined)));
    return suggesting;
  };
  return {
    index,
    article: id => articles.get(id),
    ticket: id => tickets.get(id),
    wake: () => (stale = true),
    whole: async () => {
      await index();
      await loading;
    },
    stop: () => (stopped = true),
  };
}

import type { Answer, Client } from '../client.ts';
import type { House } from '../house.ts';
import type { InForum } from './forum.ts';

/** What an attack of the sweep is; each surface has its own file of them beside this one. */

/** What one school has, and another's person goes after. */
export interface Prey {
  /** Stands in everything that is the prey's, and nowhere else. */
  canary: string;
  school: number;
  person: number;
  number: number;
  /** An ended ticket of the prey. */
  ended: number;
  /** A message and a note of the ticket. */
  reply: number;
  note: number;
  file: string;
  noteFile: string;
  waitingFile: string;
  cursor: string;
  /** A message of the desk that waits to leave, and a change that can be undone. */
  outgoing: number;
  change: number;
  key: string;
  /** Work of the desk on the prey's tickets, that waits. */
  bulk: number;
  /** An announcement to the prey alone. */
  announcement: number;
  /** A merge of two tickets of the prey, and a ticket of the attacker's school that the desk put under one of them. */
  joining: number;
  under: number;
  /** A macro of everybody at the desk that names the prey. */
  macro: number;
  /** A training that the prey's person attended, a session of it, and a fact of the prey's school. */
  training: number;
  session: number;
  fact: number;
  /** A hand-over and an access review that are under way at the prey's school. */
  handover: number;
  review: number;
  /** A request of the prey's school for a change that waits; and one that was approved for the attacker's school too. */
  request: number;
  asked_for_all: number;
  /** A version of the agreement that the prey and the group have signed, and the draft of another. */
  agreement: number;
  draft_agreement: number;
  /** A right that somebody of the prey's school holds, and the ticket of a request that is under way there. */
  right: number;
  rights_ticket: number;
  /** What somebody of the prey's school has said: that she is also a person of a third one. */
  same: number;
  /** Articles that the attacker's school may not read, one of each way to be hidden; and what they may read of the prey's. */
  hidden_articles: readonly number[];
  read_articles: readonly number[];
  /** A picture of one of the hidden articles, and a snippet that names the prey. */
  picture: { article: number; picture: number };
  snippet: number;
  /** That an article is missing, said of a ticket of the prey. */
  mark: number;
  /** An article that the desk reads, begun from the ticket about rights. */
  from_rights?: number;
  /** What somebody of the prey's school said of an article. */
  use: number;
  /** Notices that the attacker's school may not read, one of each way to be hidden; one that it reads, with a ticket of the prey; an update that waits. */
  hidden_notices: readonly string[];
  read_notice: string;
  status_update: string;
  /** What the prey's school has in the forum. */
  forum: InForum;
  /** A run of the connectivity guide that the prey's school keeps with its ticket. */
  check: { run: string; code: string };
  /** An exception that is asked for on the prey's ticket. */
  exception: number;
  owner: Client;
  /** Something happens on the ticket that may be heard of. */
  stir: () => Promise<unknown>;
  /** What the prey's own people and the desk see: unchanged by any attack. */
  watch: (() => Promise<unknown>)[];
}

export interface Attack {
  route: string;
  /** Whether the only right answer is 404. */
  hidden: boolean;
  by: (attacker: Client, prey: Prey, house: House) => Promise<{ status: number; text: string }>;
}

export const told = (answer: Answer) => ({
  status: answer.status,
  text: JSON.stringify([answer.body, answer.headers]),
});
type Call = (attacker: Client, prey: Prey) => Promise<Answer>;
const attack =
  (hidden: boolean) =>
  (route: string, call: Call): Attack => ({
    route,
    hidden,
    by: async (attacker, prey) => told(await call(attacker, prey)),
  });
/** It must not be known that there is anything. */
export const hidden = attack(true);
/** It may answer, but with nothing of the prey. */
export const blind = attack(false);

import { createContext, Suspense, use, type ComponentType, type ReactNode } from 'react';
import type { Category } from '../rules/categories.ts';
import type { Urgency } from '../rules/priority.ts';
import type { Request } from '../rules/requests.ts';
import type { TicketWithMessages } from '../rules/ticket.ts';

interface OfTicket {
  ticket: TicketWithMessages;
}

/** A question that is being typed; on the first page its line alone. */
export interface Typing {
  typed: { subject: string; description?: string; category?: Category | ''; urgency?: Urgency };
  /** Nothing need be sent any more: what was typed is put away, and this stands in place of the form. */
  end: (instead: (ways: AfterEnd) => ReactNode) => void;
  /** Opens a ticket of her school with what was typed as the draft of a reply; nothing is sent. */
  addTo: (ticket: number) => Promise<void>;
}

/** Back to the form: with what was typed, or empty. */
export interface AfterEnd {
  back: () => void;
  afresh: () => void;
}

/** What the houses that keep requests bring to the screens of tickets; the entries say which. */
interface Brought {
  /** On the page of a ticket that is such a request: what it asks for, and what can be done with it. */
  parts: Partial<Record<Request, ComponentType<OfTicket>>>;
  /** Beside a question of this category: the way to the form of its own. */
  ways: Partial<Record<Category, ComponentType>>;
  /** What can be put into a reply by what is typed, and that it was. */
  for_replies?: {
    find: (
      typed: string,
      signal: AbortSignal,
    ) => Promise<{ id: number; title: string; sentence: string; text: string }[]>;
    put: (ticket: number, id: number) => Promise<unknown>;
  };
  /** What the palette finds that is no ticket, each with its page at the desk; and the page that searches everything. */
  search?: {
    find: (typed: string, signal: AbortSignal) => Promise<{ id: string; name: string; url: string }[]>;
    page: (typed: string) => string;
  };
  /** On the page of every ticket of a school, above what was said. */
  every?: ComponentType<OfTicket>;
  /** In the rail of every ticket. */
  rail?: ComponentType<OfTicket>;
  /** Beside what is typed, in the form's place for it: what may answer it. */
  answers?: ComponentType<Typing>;
}

export const Beside = createContext<Brought>({ parts: {}, ways: {} });

export function RequestPart({ ticket }: OfTicket) {
  const { parts, every: Every } = use(Beside);
  const Part = ticket.request && parts[ticket.request];
  return (
    <Suspense fallback={null}>
      {Part && <Part ticket={ticket} />}
      {Every && <Every ticket={ticket} />}
    </Suspense>
  );
}

export function RailPart({ ticket }: OfTicket) {
  const { rail: Part } = use(Beside);
  return Part ? <Part ticket={ticket} /> : null;
}

export function WayToForm({ category }: { category: Category | '' }) {
  const { ways } = use(Beside);
  const Way = category && ways[category];
  return Way ? (
    <Suspense fallback={null}>
      <Way />
    </Suspense>
  ) : null;
}

export function WhileTyping(typing: Typing) {
  const { answers: Answers } = use(Beside);
  return Answers ? <Answers {...typing} /> : null;
}

import { createContext, Suspense, use, type ComponentType } from 'react';
import type { Category } from '../rules/categories.ts';
import type { Request } from '../rules/requests.ts';
import type { TicketWithMessages } from '../rules/ticket.ts';

interface OfTicket {
  ticket: TicketWithMessages;
}

/** What the houses that keep requests bring to the screens of tickets; the entries say which. */
interface Brought {
  /** On the page of a ticket that is such a request: what it asks for, and what can be done with it. */
  parts: Partial<Record<Request, ComponentType<OfTicket>>>;
  /** Beside a question of this category: the way to the form of its own. */
  ways: Partial<Record<Category, ComponentType>>;
  /** What can be put into a reply by what is typed, and that it was. */
  answers?: {
    find: (
      typed: string,
      signal: AbortSignal,
    ) => Promise<{ id: number; title: string; sentence: string; text: string }[]>;
    put: (ticket: number, id: number) => Promise<unknown>;
  };
  /** In the rail of every ticket. */
  rail?: ComponentType<OfTicket>;
}

export const Beside = createContext<Brought>({ parts: {}, ways: {} });

export function RequestPart({ ticket }: OfTicket) {
  const { parts } = use(Beside);
  const Part = ticket.request && parts[ticket.request];
  return Part ? (
    <Suspense fallback={null}>
      <Part ticket={ticket} />
    </Suspense>
  ) : null;
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

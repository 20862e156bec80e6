import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import type { ChecklistItem } from '#tickets/rules/tasks/checklist.ts';
import type { Snoozing } from '#tickets/rules/tasks/snooze.ts';
import type { Task } from '#tickets/rules/tasks/task.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { api } from '#ui/ui.ts';
import { useQuickDeed } from '../ticket/deeds.ts';
import { useWorkWords } from './words/use-words.ts';

/** The iGroup's own work on a ticket: each deed is done at once, said in passing, and undone by `z`. */

type Answer = Promise<TicketWithMessages>;
interface Person {
  id: number;
  name: string;
}

export function useTick(number: number) {
  const words = useWorkWords().checklist;
  return useQuickDeed(
    number,
    ({ id, ticked }: ChecklistItem): Answer =>
      api.patch(`/api/tickets/${number}/checklist/${id}`, { ticked: !ticked }),
    ({ text, ticked }) => (ticked ? words.unticked(text) : words.ticked(text)),
    true, // its box says so
  );
}

export function useRemoveItem(number: number) {
  const words = useWorkWords().checklist;
  return useQuickDeed(
    number,
    ({ id }: ChecklistItem): Answer => api.delete(`/api/tickets/${number}/checklist/${id}`),
    ({ text }) => words.removed(text),
  );
}

export function useAddChecklist(number: number) {
  const words = useWorkWords().checklist;
  return useQuickDeed(
    number,
    ({ id }: Person): Answer => api.post(`/api/tickets/${number}/checklist`, { checklist: id }),
    ({ name }) => words.added(name),
  );
}

export function useDoTask(number: number) {
  const words = useWorkWords().tasks;
  return useQuickDeed(
    number,
    ({ id, done }: Pick<Task, 'id' | 'text' | 'done'>): Answer =>
      api.patch(`/api/tickets/${number}/tasks/${id}`, { done: !done }),
    ({ text, done }) => (done ? words.open_again(text) : words.done(text)),
  );
}

export function useDropTask(number: number) {
  const words = useWorkWords().tasks;
  return useQuickDeed(
    number,
    ({ id }: Task): Answer => api.delete(`/api/tickets/${number}/tasks/${id}`),
    ({ text }) => words.dropped(text),
  );
}

/** Makes a person follow, or no longer. */
export function useFollow(number: number) {
  const words = useWorkWords().followers;
  const { person: me } = useSession();
  return useQuickDeed(
    number,
    ({ person, follows }: { person: Person; follows: boolean }): Answer => {
      const path = `/api/tickets/${number}/followers/${person.id}`;
      return follows ? api.put(path, {}) : api.delete(path);
    },
    ({ person, follows }) =>
      person.id === me.id
        ? follows
          ? words.now
          : words.no_longer
        : follows
          ? words.added(person.name)
          : words.removed(person.name),
  );
}

/** Puts the ticket away; without a time takes it back. */
export function useSnooze(number: number) {
  const words = useWorkWords().snooze;
  return useQuickDeed(
    number,
    ({ until }: { until: Snoozing['until'] | null }): Answer => {
      const path = `/api/tickets/${number}/snooze`;
      return until === null ? api.delete(path) : api.put(path, { until });
    },
    ({ until }, { snoozed }) =>
      until === null
        ? words.ended
        : snoozed?.mine?.until
          ? words.until(snoozed.mine.until.words)
          : words.until_answer,
  );
}

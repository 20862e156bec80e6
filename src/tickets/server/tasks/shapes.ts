import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { ChecklistItem } from '../../rules/tasks/checklist.ts';
import type { Snoozed } from '../../rules/tasks/snooze.ts';
import type { Task } from '../../rules/tasks/task.ts';
import { snooze_choices, timeOf, wakesAt } from '../../rules/tasks/waking.ts';
import type { BesideItem } from '../checklists/store.ts';
import type { BesideSnooze } from '../snoozes/store.ts';
import type { BesideTask } from './store.ts';

/** What the iGroup has to do on a ticket, as its page shows it. */

export const itemOf = (ctx: Ctx, item: BesideItem): ChecklistItem => ({
  id: item.id,
  list: item.list,
  text: item.text[ctx.lang],
  required_before_solving: item.required_before_solving,
  ticked:
    item.ticked_by === null
      ? null
      : {
          by: { id: item.ticked_by, name: item.ticked_by_name ?? '' },
          at: moment(new Date(item.ticked_at!), seenBy(ctx)),
        },
});

export const taskOf = (ctx: Ctx, { due_on, done_by, done_at, ...task }: BesideTask): Task => ({
  ...task,
  due: due_on === null ? null : { date: due_on, words: dateWords(due_on, seenBy(ctx)) },
  time: timeOf(due_on, localDate(ctx.now, ctx.who.desk.zone)),
  done: done_by && { by: done_by, at: moment(new Date(done_at!), seenBy(ctx)) },
});

/** Who has put it away, and until when one could; null for a school. */
export function snoozedOf(ctx: Ctx, rows: readonly BesideSnooze[]): Snoozed | null {
  if (ctx.who.side !== 'desk') return null;
  const until = (row: BesideSnooze) => row.until && moment(new Date(row.until), seenBy(ctx));
  const mine = rows.find(({ id }) => id === ctx.who.person_id);
  return {
    mine: mine ? { state: mine.back ? 'back' : 'asleep', until: until(mine) || null } : null,
    others: rows
      .filter(row => row !== mine)
      .map(row => ({ id: row.id, name: row.name, until: until(row) || null })),
    choices: snooze_choices.map(choice => ({
      until: choice,
      at: moment(wakesAt(choice, ctx.now, ctx.who.desk)!, seenBy(ctx)),
    })),
  };
}

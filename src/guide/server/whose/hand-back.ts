import { eq } from 'drizzle-orm';
import { people } from '#accounts/server/accounts.ts';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { duty_words } from '#agreements/rules/duties/duties.ts';
import { moment } from '#sla/rules/moments.ts';
import { withNextStep } from '#tickets/rules/next-step.ts';
import type { Words } from '#platform/schemas.ts';
import { keepsGuide } from '../../rules/editing.ts';
import {
  first_texts,
  handed_back,
  type HandBackText,
  type HandBackTexts,
  type HandBackWriting,
  type HandedBack,
} from '../../rules/whose/hand-back.ts';
import { hand_back_texts } from '../tables.ts';

/** The texts with which tickets are handed back to schools. */

export async function listHandBack(ctx: Ctx): Promise<HandBackTexts> {
  const rows = await ctx.db
    .select({ row: hand_back_texts, by: people.name })
    .from(hand_back_texts)
    .innerJoin(people, eq(people.id, hand_back_texts.changed_by));
  return {
    items: handed_back.map(duty => {
      const found = rows.find(({ row }) => row.duty === duty);
      return {
        duty,
        subject: duty_words[duty].topic[ctx.lang],
        ...(found ? { text: found.row.text, next: found.row.next } : first_texts[duty]),
        changed: found ? { by: found.by, at: moment(found.row.changed_at, seenBy(ctx)) } : null,
      };
    }),
    can: { change: keepsGuide(ctx.who) },
  };
}

/** Writes what is said of a row. Twice is once. */
export async function writeHandBack(
  ctx: Ctx,
  duty: HandedBack,
  { text, next }: HandBackWriting,
): Promise<HandBackTexts> {
  const row = { duty, text, next, changed_by: ctx.who.person_id, changed_at: ctx.now };
  const [before] = await ctx.db
    .select()
    .from(hand_back_texts)
    .where(eq(hand_back_texts.duty, duty))
    .for('update');
  const said = before ?? first_texts[duty];
  if (JSON.stringify([said.text, said.next]) !== JSON.stringify([text, next])) {
    await ctx.db
      .insert(hand_back_texts)
      .values(row)
      .onConflictDoUpdate({ target: hand_back_texts.duty, set: row });
    await tell(ctx, 'hand_back_written', duty);
  }
  return listHandBack(ctx);
}

/** Takes back what was written: the row says again what Firstline came with. */
export async function restoreHandBack(ctx: Ctx, duty: HandedBack): Promise<HandBackTexts> {
  const gone = await ctx.db.delete(hand_back_texts).where(eq(hand_back_texts.duty, duty)).returning();
  if (gone.length > 0) await tell(ctx, 'hand_back_restored', duty);
  return listHandBack(ctx);
}

const tell = (ctx: Ctx, kind: string, duty: HandedBack): Promise<unknown> =>
  recordDeed(ctx, { kind, audience: 'desk', facts: { name: duty_words[duty].topic.en } });

/** The whole text for a row, in both languages. */
export async function handBackOf(ctx: Ctx, duty: HandedBack): Promise<Words> {
  const { items } = await listHandBack(ctx);
  const { text, next }: HandBackText = items.find(item => item.duty === duty)!;
  return { en: withNextStep(text.en, next.en, 'en'), fr: withNextStep(text.fr, next.fr, 'fr') };
}

import { z } from 'zod';
import { id, langs, line, Moment, prose } from '#platform/schemas.ts';
import { most_steps, Step, Steps } from '../steps/step.ts';
import { Moving, Note, Reply } from '../ticket.ts';
import { folderOf, macro_limits, whose_is } from './folder.ts';

/** The words of macros and their schemas: the contract of `/api/macros`. A canned reply is a macro without steps. */

const Whose = z.enum(whose_is);

const Named = z.object({ id: z.number().int(), name: z.string() });

const Folder = z
  .string()
  .trim()
  .max(macro_limits.folder_characters)
  .refine(text => folderOf(text) !== undefined, 'one_line');

const written = {
  name: line(macro_limits.name_characters),
  /** At most two parts: "Access / Passwords". Empty: in no folder. */
  folder: Folder,
  whose: Whose,
  team: id().nullable(),
  /** In which its variables are filled in. */
  lang: z.enum(langs),
  reply: prose().nullable(),
  note: prose().nullable(),
  /** What it changes. Its texts are the two above, so no step here writes. */
  steps: z
    .array(Step)
    .max(most_steps)
    .refine(steps => steps.every(({ does }) => does !== 'reply' && does !== 'note')),
};

export const NewMacro = z.object({
  ...written,
  folder: Folder.default(''),
  whose: Whose.default('own'),
  team: written.team.default(null),
  reply: written.reply.default(null),
  note: written.note.default(null),
  steps: written.steps.default([]),
});
export type NewMacro = z.input<typeof NewMacro>;

/** `removed: false` brings back what was removed. */
export const MacroChange = z.object({ ...written, removed: z.literal(false) }).partial();
export type MacroChange = z.input<typeof MacroChange>;

export const Macro = z.object({
  id: z.number().int(),
  name: z.string(),
  folder: z.string(),
  whose: Whose,
  team: Named.nullable(),
  owner: Named,
  lang: z.enum(langs),
  reply: z.string().nullable(),
  note: z.string().nullable(),
  steps: z.array(Step),
  /** How often it was sent, by anybody, and when last. */
  used: z.object({ times: z.number().int(), last: Moment.nullable() }),
  can: z.object({ change: z.boolean() }),
});
export type Macro = z.infer<typeof Macro>;

/** Those that one may use, what one used last first; and for whom one may keep one. */
export const Macros = z.object({
  items: z.array(Macro),
  teams: z.array(Named),
  can: z.object({ keep: z.boolean(), share: z.boolean() }),
});
export type Macros = z.infer<typeof Macros>;

/** A macro on one ticket, before anything is done: its text filled in, and what each step would change. */
export const MacroPreview = z.object({
  id: z.number().int(),
  name: z.string(),
  /** Which form its text belongs in: `reply`, `note`, or a move; null when it has none and is done at once. */
  into: z.string().nullable(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** What goes with the text, as far as it is possible now. */
  also: z.array(Step),
  foreseen: z.array(
    z.object({
      does: z.string(),
      says: z.string(),
      changes: z.array(
        z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
      ),
      refused: z.string().nullable(),
    }),
  ),
  /** Variables that this ticket can't fill in. */
  unfilled: z.array(z.string()),
});
export type MacroPreview = z.infer<typeof MacroPreview>;

/** What may go with a text of the desk: the steps are done in the transaction in which it leaves. */
const with_text = { also: z.array(Step).max(most_steps).optional(), macro: id().optional() };

export const SentReply = Reply.extend(with_text);
export type SentReply = z.input<typeof SentReply>;
export const SentMoving = Moving.extend(with_text);
export type SentMoving = z.input<typeof SentMoving>;
export const SentNote = Note.extend(with_text);
export type SentNote = z.input<typeof SentNote>;

/** Several things done to a ticket as one. */
export const Doing = z.object({ steps: Steps, macro: with_text.macro });
export type Doing = z.input<typeof Doing>;

import type { ComponentType } from 'react';
import type { BulkPreview } from '#tickets/rules/bulks/bulk.ts';
import type { Step } from '#tickets/rules/steps/step.ts';
import type { BulkWords } from '../words/en.ts';
import { CorrectForm } from './CorrectForm.tsx';
import { GiveForm } from './GiveForm.tsx';
import { MoveForm } from './MoveForm.tsx';
import { FieldForm, FollowForm, SnoozeForm, TagForm } from './StepForm.tsx';
import { NoteForm, ReplyForm } from './TextForms.tsx';

/** A step as far as it is filled in: what can be foreseen of it, and itself when nothing is missing. */
export interface Draft {
  foreseen: Step;
  step?: Step;
}

export interface StepFormProps {
  /** Which tickets these are, and which moves they allow. */
  chosen: BulkPreview;
  /** It was to be done and something was missing: the form says what. */
  tried: boolean;
  onChange: (draft: Draft | undefined) => void;
}

interface StepKind {
  name: (words: BulkWords) => string;
  /** Its form, which tells with each change how far the step is. */
  Form: ComponentType<StepFormProps>;
}

/** What the bar offers, in its order: a new kind of step is one entry here. A team is given to where a person is. */
export const step_kinds: Record<Exclude<Step['does'], 'team'>, StepKind> = {
  assign: { name: words => words.kinds.assign, Form: GiveForm },
  change: { name: words => words.kinds.change, Form: CorrectForm },
  field: { name: words => words.kinds.field, Form: FieldForm },
  tag: { name: words => words.kinds.tag, Form: TagForm },
  move: { name: words => words.kinds.move, Form: MoveForm },
  reply: { name: words => words.kinds.reply, Form: ReplyForm },
  note: { name: words => words.kinds.note, Form: NoteForm },
  follow: { name: words => words.kinds.follow, Form: FollowForm },
  snooze: { name: words => words.kinds.snooze, Form: SnoozeForm },
};

export type Does = keyof typeof step_kinds;
export const step_names = Object.keys(step_kinds) as Does[];

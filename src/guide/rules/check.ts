import { z } from 'zod';
import { line, Moment, stored } from '#platform/schemas.ts';
import { allows, auto_checks, owners } from './kinds.ts';
import { Measured } from './measuring/measured.ts';
import { SpokenGuide } from './guide.ts';

/** One run of the guide, kept: the contract of `/api/checks` and of what the page asks for. */

/** The guide as a page reads it, without sign-in. */
export const PublicGuide = z.object({
  version: z.number().int(),
  /** What the group that runs the desk is called. */
  called: z.string().nullable(),
  guide: SpokenGuide,
});
export type PublicGuide = z.infer<typeof PublicGuide>;

const given = z.array(z.tuple([z.string().max(40), z.string().max(30)])).max(60);
const beside = z.array(z.tuple([z.string().max(40), z.string().max(30).nullable()])).max(60);
const message = z.string().trim().max(500).refine(stored, 'unstorable');

/** `run` is the page's own name for it: sent again, with more or with its ticket, it stays one. */
export const NewCheck = z.object({
  run: z.uuid(),
  version: z.number().int().min(1),
  answers: given,
  /** What the outcome needs and the way did not ask; null: she doesn’t know. */
  beside: beside.default([]),
  mark: z.number().int().min(0),
  measured: Measured.nullable().default(null),
  /** The exact words on the screen; no student's name. */
  message: message.default(''),
  began: z.iso.datetime(),
  /** A ticket of one's own school that it belongs to. */
  ticket: z.number().int().positive().optional(),
  /** Opens the ticket that its outcome allows, or, stopped midway, one with what is there. */
  opens: z.object({ urgent: z.boolean().default(false), phone: line(60).optional() }).optional(),
});
export type NewCheck = z.output<typeof NewCheck>;

const Answer = z.object({ id: z.string(), question: z.string(), answer: z.string() });
const Ending = z.object({
  id: z.string(),
  title: z.string(),
  owner: z.enum(owners),
  owner_words: z.string(),
  allow: z.enum(allows),
  allow_words: z.string(),
});
const Line = z.object({
  name: z.string(),
  words: z.string(),
  good: z.boolean(),
  of: z.enum(auto_checks).optional(),
});

/** What a walk says: its answers in the guide's words, and how it ended, or the question at which it stopped. */
export const Reading = z.object({
  code: z.string(),
  version: z.number().int(),
  answers: z.array(Answer),
  /** What was asked beside the way, as the outcome needs it; and what of that nobody knows yet. */
  beside: z.array(Answer),
  unknown: z.array(z.string()),
  ending: Ending.nullable(),
  stopped_at: z.string().nullable(),
});
export type Reading = z.infer<typeof Reading>;

const Named = z.object({ id: z.number().int(), name: z.string() });
export const Check = Reading.extend({
  id: z.number().int(),
  school: Named,
  person: Named,
  began: Moment,
  kept: Moment,
  message: z.string().nullable(),
  measured: z.array(Line),
  ticket: z.number().int().nullable(),
});
export type Check = z.infer<typeof Check>;
export const Checks = z.object({ items: z.array(Check) });
export type Checks = z.infer<typeof Checks>;

/** A code that was read out: what it says by itself, and the runs that were kept under it. */
export const ReadCode = Reading.extend({ kept: z.array(Check) });
export type ReadCode = z.infer<typeof ReadCode>;

/** A code, as somebody typed it. */
export const Typed = z.object({ code: z.string().trim().min(1, 'empty').max(80) });

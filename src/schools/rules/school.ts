import { z } from 'zod';
import { school_roles } from '#accounts/rules/who.ts';
import { id, limits, line, Moment, several, stored } from '#platform/schemas.ts';
import { steps } from './facts/kinds.ts';
import { school_kinds, school_limits, school_sorts } from './kinds.ts';
import { day_off_kinds } from './day-off-kinds.ts';

/** The words of a school and their schemas: the contract of `/api/schools`. */

const Kind = z.enum(school_kinds);
const Wave = z.object({ id: z.number().int(), name: z.string() });

export const School = z.object({
  id: z.number().int(),
  code: z.string(),
  name: z.string(),
  town: z.string().nullable(),
  zone: z.string(),
});
export type School = z.infer<typeof School>;

/** A school in the list: with what lists are sorted and filtered by. `fte` is of the newest snapshot. */
export const ListedSchool = School.extend({
  kind: Kind.nullable(),
  wave: Wave.nullable(),
  fte: z.number().nullable(),
  /** Where it stands today: the three facts that say which doors are open, and how far it has come. */
  trained: z.boolean(),
  stage1: z.boolean(),
  suspended: z.boolean(),
  step: z.enum(steps).nullable(),
});
export type ListedSchool = z.infer<typeof ListedSchool>;

const sort = z.enum([...school_sorts, ...school_sorts.map(name => `-${name}` as const)]);

/** Without a `limit` all that fit. `wave` may be `none`; `-` before a sort turns it round. */
export const SchoolsQuery = z.object({
  words: z.string().trim().max(limits.line_characters).refine(stored, 'unstorable').optional(),
  kind: several(Kind),
  wave: several(z.union([z.literal('none'), id()])),
  sort: sort.default('name'),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type SchoolsQuery = z.output<typeof SchoolsQuery>;
export const Schools = z.object({
  items: z.array(ListedSchool),
  next: z.null(),
  total: z.number().int(),
});
export type Schools = z.infer<typeof Schools>;

export const Contact = z.object({
  id: z.number().int(),
  name: z.string(),
  roles: z.array(z.enum(school_roles)),
  left: z.boolean(),
  /** How she is reached at work: for her school and the desk. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Of the technical contacts, not the first (S12). */
  backup: z.boolean(),
  /** `leave`: whether she may be made to leave, or to be back. */
  can: z.object({ change: z.boolean(), leave: z.boolean() }),
});
export type Contact = z.infer<typeof Contact>;

/** A date that the database keeps and that somebody may mean. */
export const near_day = z.iso
  .date()
  .refine(
    date =>
      Number(date.slice(0, 4)) >= school_limits.first_year &&
      Number(date.slice(0, 4)) <= school_limits.last_year,
    'far',
  );

/** Grades from kindergarten (0) to 12. */
const grade = z.number().int().min(0).max(12);
const Grades = z
  .object({ first: grade, last: grade })
  .refine(({ first, last }) => first <= last, { message: 'order', path: ['last'] });

/** What a ticket about the connection asks first. */
const Network = z.object({
  provider: z.string().nullable(),
  proxy: z.string().nullable(),
  firewall: z.string().nullable(),
});

/** Days on which this school is off beside the province's holidays, in its own zone; both are off. */
const DayOff = z.object({
  first_day: near_day,
  last_day: near_day,
  kind: z.enum(day_off_kinds),
  name: z.string(),
});
export type DayOff = z.infer<typeof DayOff>;

/** Students in full-time equivalents (four places), counted on 30 September of `year`. */
const Enrolment = z.object({ year: z.number().int(), fte: z.number() });
export type Enrolment = z.infer<typeof Enrolment>;

export const SchoolWithPeople = School.extend({
  version: z.number().int(),
  kind: Kind.nullable(),
  grades: Grades.nullable(),
  wave: Wave.nullable(),
  network: Network,
  enrolments: z.array(Enrolment),
  /** Each with its days in words, and whether they are over by the school's own calendar. */
  days_off: z.array(DayOff.extend({ words: z.string(), over: z.boolean() })),
  /** What the day off of today is called, on the school's own calendar. */
  off_today: z.string().nullable(),
  /** The iGroup's own; null to a school. */
  notes: z.string().nullable(),
  username: z.string().nullable(),
  people: z.array(Contact),
});
export type SchoolWithPeople = z.infer<typeof SchoolWithPeople>;

export const NewSchool = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{2,20}$/),
  name: line(120),
  town: line(120).optional(),
  zone: z.string().max(60).default('America/Vancouver'),
});

const said = line(school_limits.network_characters).nullable();
const year = z.number().int().min(school_limits.first_year).max(school_limits.last_year);

/**
 * What is left out stays; a list replaces the whole list. `version` is the one that was read: refused when somebody
 * changed the school since.
 */
export const SchoolChange = z.object({
  version: z.number().int(),
  name: line(120).optional(),
  town: line(120).nullable().optional(),
  zone: z.string().max(60).optional(),
  kind: Kind.nullable().optional(),
  grades: Grades.nullable().optional(),
  wave: id().nullable().optional(),
  network: z.object({ provider: said, proxy: said, firewall: said }).optional(),
  enrolments: z
    .array(z.object({ year, fte: z.number().min(0).max(school_limits.fte).multipleOf(0.0001) }))
    .max(school_limits.enrolments)
    .refine(all => new Set(all.map(each => each.year)).size === all.length, 'twice')
    .optional(),
  days_off: z
    .array(
      DayOff.extend({ name: line(school_limits.day_off_characters) }).refine(
        ({ first_day, last_day }) => first_day <= last_day,
        { message: 'order', path: ['last_day'] },
      ),
    )
    .max(school_limits.days_off)
    .refine(all => new Set(all.map(({ first_day, name }) => first_day + name)).size === all.length, 'twice')
    .optional(),
  notes: z.string().max(school_limits.notes_characters).refine(stored, 'unstorable').nullable().optional(),
});
export type SchoolChange = z.output<typeof SchoolChange>;

/** How somebody is reached at work. */
export const WorkEmail = z.email().max(200);
export const WorkPhone = z
  .string()
  .trim()
  .regex(/^(?=(?:\D*\d){7,})[+\d][\d ().\-/]*( ?(x|ext\.?|poste) ?\d+)?$/i)
  .max(40);

const reached = {
  email: WorkEmail.nullable().optional(),
  phone: WorkPhone.nullable().optional(),
  /** Only for a technical contact; whoever becomes the first makes the one before her the back-up. */
  backup: z.boolean().optional(),
};

export const NewContact = z.object({
  name: line(120),
  roles: z.array(z.enum(school_roles)).min(1),
  ...reached,
});

/** `left`: a person leaves (or comes back); she alone can no longer sign in (S24). */
export const ContactChange = z.object({
  name: line(120).optional(),
  roles: z.array(z.enum(school_roles)).min(1).optional(),
  left: z.boolean().optional(),
  ...reached,
});

/** A line of a school's own story, newest first; `changes` name what was before and is now. */
export const SchoolLine = z.object({
  position: z.number().int(),
  at: Moment,
  words: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
});
export type SchoolLine = z.infer<typeof SchoolLine>;

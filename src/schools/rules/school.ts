import { z } from 'zod';
import { NewPassword, Username } from '#accounts/rules/session.ts';
import { school_roles } from '#accounts/rules/who.ts';
import { line } from '#platform/schemas.ts';

/** The words of a school and their schemas: the contract of `/api/schools`. */

export const School = z.object({
  id: z.number().int(),
  code: z.string(),
  name: z.string(),
  town: z.string().nullable(),
  zone: z.string(),
});
export type School = z.infer<typeof School>;

export const Contact = z.object({
  id: z.number().int(),
  name: z.string(),
  roles: z.array(z.enum(school_roles)),
  left: z.boolean(),
});
export type Contact = z.infer<typeof Contact>;

export const SchoolWithPeople = School.extend({
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

export const NewContact = z.object({ name: line(120), roles: z.array(z.enum(school_roles)).min(1) });

export const SchoolLogin = z.object({ username: Username, password: NewPassword });

/** `left`: a person leaves (or comes back); she alone can no longer sign in (S24). */
export const ContactChange = z.object({
  name: line(120).optional(),
  roles: z.array(z.enum(school_roles)).min(1).optional(),
  left: z.boolean().optional(),
});

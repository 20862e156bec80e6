import { z } from 'zod';
import { atDesk, signedIn } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import {
  Field,
  FieldChange,
  Fields,
  FieldsQuery,
  NamedInFields,
  NewField,
} from '../../rules/fields/schemas.ts';
import { addField, changeField, listFields, listNamed, removeField } from './fields.ts';

const params = z.object({ id: id() });

/** URL to deed, a line each. */
// prettier-ignore
export const fieldRoutes = [
  route({ method: 'GET', path: '/api/fields', says: 'The custom fields of tickets; a school’s are those that it fills in', may: signedIn, door: 'read_tickets', query: FieldsQuery, answer: Fields, deed: (ctx, { query }) => listFields(ctx, query.category) }),
  route({ method: 'GET', path: '/api/fields/people', says: 'Whom tickets name in fields for a person', may: atDesk, answer: NamedInFields, deed: ctx => listNamed(ctx) }),
  route({ method: 'POST', path: '/api/fields', says: 'Add a field', may: atDesk, body: NewField, status: 201, answer: Field, deed: (ctx, { body }) => addField(ctx, body) }),
  route({ method: 'PATCH', path: '/api/fields/:id', says: 'Change a field, move it, or bring it back', may: atDesk, params, body: FieldChange, answer: Field, deed: (ctx, { params, body }) => changeField(ctx, params.id, body) }),
  route({ method: 'DELETE', path: '/api/fields/:id', says: 'Remove it; what tickets hold in it stays readable', may: atDesk, params, answer: Field, deed: (ctx, { params }) => removeField(ctx, params.id) }),
];

import { z } from 'zod';
import { atDesk, signedIn } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import {
  NewTemplate,
  Template,
  TemplateChange,
  Templates,
  TemplatesQuery,
} from '../../rules/templates/schemas.ts';
import { addTemplate, changeTemplate, listTemplates, removeTemplate } from './templates.ts';

const params = z.object({ id: id() });

/** URL to deed, a line each. */
// prettier-ignore
export const templateRoutes = [
  route({ method: 'GET', path: '/api/templates', says: 'What a new ticket may begin with', may: signedIn, door: 'sign_in', query: TemplatesQuery, answer: Templates, deed: (ctx, { query }) => listTemplates(ctx, query.category) }),
  route({ method: 'POST', path: '/api/templates', says: 'Add a template', may: atDesk, body: NewTemplate, status: 201, answer: Template, deed: (ctx, { body }) => addTemplate(ctx, body) }),
  route({ method: 'PATCH', path: '/api/templates/:id', says: 'Change a template, or bring it back', may: atDesk, params, body: TemplateChange, answer: Template, deed: (ctx, { params, body }) => changeTemplate(ctx, params.id, body) }),
  route({ method: 'DELETE', path: '/api/templates/:id', says: 'Remove it; it can be brought back', may: atDesk, params, answer: Template, deed: (ctx, { params }) => removeTemplate(ctx, params.id) }),
];

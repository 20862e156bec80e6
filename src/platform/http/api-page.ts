import type { FastifyInstance } from 'fastify';
import { apiPageStyle } from './api-page-style.ts';

/** The parts of an OpenAPI document that the page shows. */
interface Api {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
}
interface Operation {
  tags?: string[];
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}
interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minLength?: number;
  maxLength?: number;
  description?: string;
}

/** `/api/docs`: the OpenAPI document as a page to read and to print. No script, nothing from elsewhere. */
export function serveApiPage(app: FastifyInstance): void {
  const hidden = { schema: { hide: true } };
  let page: string | undefined;
  app.get('/api/docs', hidden, async (_request, reply) => {
    page ??= pageOf(app.swagger() as unknown as Api);
    return reply.type('text/html; charset=utf-8').send(page);
  });
  app.get('/api/docs.css', hidden, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(apiPageStyle),
  );
}

const escaped = (text: unknown): string =>
  String(text).replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

export function pageOf(api: Api): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? 'other'))];
  const sections = tags.map(tag => {
    const own = operations.filter(({ operation }) => (operation.tags?.[0] ?? 'other') === tag);
    return `<section><h2>${escaped(tag)}</h2>${own.map(operationOf).join('')}</section>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · ${escaped(api.info.title)}</title><link rel="stylesheet" href="/api/docs.css"></head>
<body><main><h1>${escaped(api.info.title)} API <small>${escaped(api.info.version)}</small></h1>
<p>${escaped(api.info.description ?? '')}</p><p><a href="/api/openapi.json">openapi.json</a></p>${sections.join('')}</main></body></html>`;
}

function operationOf({
  path,
  method,
  operation,
}: {
  path: string;
  method: string;
  operation: Operation;
}): string {
  const parameters = (operation.parameters ?? []).map(({ name, in: place, required, schema }) =>
    row(name, `${place}${required ? '' : ', optional'}`, schema),
  );
  const body = Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) =>
    shapeOf(`Send ${type}`, schema),
  );
  const answers = Object.entries(operation.responses).map(([status, { content }]) =>
    shapeOf(`Answers ${status}`, Object.values(content ?? {})[0]?.schema),
  );
  return `<details><summary><code><b class="${method.toLowerCase()}">${method}</b> ${escaped(path)}</code> ${escaped(operation.summary ?? '')}</summary>
${parameters.length > 0 ? `<h3>Parameters</h3><table>${parameters.join('')}</table>` : ''}${body.join('')}${answers.join('')}</details>`;
}

function shapeOf(title: string, schema: Schema | undefined): string {
  const rows = Object.entries(schema?.properties ?? {}).map(([name, each]) =>
    row(name, schema?.required?.includes(name) ? '' : 'optional', each),
  );
  return `<h3>${escaped(title)}</h3>${rows.length > 0 ? `<table>${rows.join('')}</table>` : `<p>${typeOf(schema)}</p>`}`;
}

const row = (name: string, notes: string, schema: Schema | undefined) =>
  `<tr><th><code>${escaped(name)}</code></th><td>${typeOf(schema)}</td><td>${escaped(notes)}</td></tr>`;

/** A schema in a line: what may stand there. */
function typeOf(schema: Schema | undefined): string {
  if (!schema) return 'nothing';
  if (schema.const !== undefined) return `<code>${escaped(schema.const)}</code>`;
  if (schema.enum) return schema.enum.map(value => `<code>${escaped(value)}</code>`).join(' ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  if (schema.properties) return `{ ${Object.keys(schema.properties).map(escaped).join(', ')} }`;
  const size = schema.maxLength === undefined ? '' : `, at most ${schema.maxLength} characters`;
  return (
    escaped([schema.type].flat().filter(Boolean).join(' or ') || 'anything') +
    (schema.format ? ` (${escaped(schema.format)})` : '') +
    size
  );
}

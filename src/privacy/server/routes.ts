import { Readable } from 'node:stream';
import { leads, readsAudit } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { checkAllSeals } from '#accounts/server/story/seals.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import type { Person } from '#accounts/rules/who.ts';
import { sendCsv } from '#platform/http/csv.ts';
import { admit, serveRoutes, within, type Served } from '#platform/http/routes.ts';
import { langOf } from '#platform/http/language.ts';
import { csv_begin, csvLine } from '#platform/text/csv.ts';
import { moment } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import { Accesses, AccessQuery, AuditPage, AuditQuery, Seals, type AuditLine } from '../rules/audit.ts';
import { auditLog, cursorOf, lineOf, listAccesses, wantedOf } from './audit.ts';
import { selectLines, type After } from './views.ts';

// prettier-ignore
const auditRoutes = [
  route({ method: 'GET', path: '/api/audit', says: 'What was done and who looked at what, newest first', may: readsAudit, query: AuditQuery, answer: AuditPage, deed: (ctx, { query }) => auditLog(ctx, query) }),
  route({ method: 'GET', path: '/api/accesses', says: 'Who of the iGroup looked at one’s own school’s tickets, newest first', may: leads, door: 'read_tickets', query: AccessQuery, answer: Accesses, deed: (ctx, { query }) => listAccesses(ctx, query) }),
];

const tag = 'audit';

/** Puts the routes of this house on the server. */
export function servePrivacy(served: Served<Person>): void {
  serveRoutes(served, tag, auditRoutes);
  serveFile(served);
  serveSeals(served);
}

const Filters = AuditQuery.omit({ cursor: true, limit: true });
const lines_at_once = 1000;

/** The log as a file. It is read a part at a time in transactions of their own, from its newest line when it begins. */
function serveFile(served: Served<Person>): void {
  served.app.route({
    method: 'GET',
    url: '/api/audit/file',
    schema: {
      tags: [tag],
      summary: 'The log as CSV, newest first, of the same filters',
      querystring: Filters,
    },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: readsAudit });
      const facts = Filters.parse(request.query);
      const wanted = wantedOf({ who }, facts);
      const now = served.clock();
      // Told before the first line leaves: who asked may break off, and has read what came.
      await within(served, request, who, ctx =>
        recordDeed(ctx, { kind: 'audit_exported', audience: 'desk', facts }),
      );
      const part = (after: After | undefined) =>
        within(served, request, who, async ctx => {
          const rows = await selectLines(ctx, { ...wanted, ...(after && { after }), limit: lines_at_once });
          return { text: rows.map(row => csvLine(cellsOf(lineOf(ctx, row)))).join(''), last: rows.at(-1) };
        });
      return sendCsv(
        reply,
        Readable.from(fileOf(part, langOf(request)), { objectMode: false }),
        `audit-${localDate(now, who.zone)}.csv`,
      );
    },
  });
}

type Part = (
  after: After | undefined,
) => Promise<{ text: string; last: Parameters<typeof cursorOf>[0] | undefined }>;

async function* fileOf(part: Part, lang: 'en' | 'fr') {
  yield csv_begin + csvLine(heads[lang]);
  let after: After | undefined;
  for (;;) {
    const { text, last } = await part(after);
    if (!last) return;
    yield text;
    after = { at: last.at.toISOString(), log: last.log, position: last.position };
  }
}

const heads = {
  en: ['When (UTC)', 'What', 'Who', 'As', 'By a token', 'School', 'Ticket', 'Changes', 'Kind', 'Line'],
  fr: [
    'Quand (UTC)',
    'Quoi',
    'Qui',
    'En tant que',
    'Par un jeton',
    'École',
    'Billet',
    'Changements',
    'Genre',
    'Ligne',
  ],
};

const cellsOf = ({ at, words, person, as, by_token, school, ticket, changes, kind, id }: AuditLine) => [
  ...[at.at, words, person?.name, as, by_token, school?.name, ticket],
  changes.map(({ field, from, to }) => `${field}: ${from ?? ''} → ${to ?? ''}`).join('; '),
  ...[kind, id],
];

/** Checks all seals, a seal at a time outside of any transaction: that may take long, and nobody waits for it. */
function serveSeals(served: Served<Person>): void {
  served.app.route({
    method: 'GET',
    url: '/api/audit/seals',
    schema: { tags: [tag], summary: 'Whether the logs still are what was sealed', response: { 200: Seals } },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: readsAudit });
      const seen = { now: served.clock(), zone: who.zone, lang: langOf(request) };
      const checked = await checkAllSeals(served.database.owner);
      return reply.send({
        items: checked.map(({ sealed_at, ...log }) => ({
          ...log,
          sealed: sealed_at && moment(sealed_at, seen),
        })),
        hold: checked.every(({ broken }) => broken === null),
      });
    },
  });
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { atDesk, atSchool, leads, signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { confirmPassword, tokensHaveNoSession } from '#accounts/server/accounts.ts';
import { route, type Ctx } from '#accounts/server/acting.ts';
import { Problem } from '#platform/http/problems.ts';
import { admit, serveRoutes, within, type Served } from '#platform/http/routes.ts';
import { id, langs } from '#platform/schemas.ts';
import {
  Agreement,
  AgreementLines,
  Beginning,
  Comparison,
  Countersigning,
  HoursContradicted,
  HoursTrying,
  OwnAgreement,
  PaperSigning,
  Publishing,
  Reminded,
  Reminding,
  Signing,
  SigningLine,
  SigningLines,
  SigningQuery,
  Writing,
} from '../rules/agreement.ts';
import { countersigns, writesAgreements } from '../rules/policy.ts';
import { contentAt, fileName, paperOf, signedPaperOf } from './paper/papers.ts';
import { printAgreement, type Sheets } from './paper/sheets.ts';
import {
  agreementAt,
  compareAgreements,
  contradicted,
  listAgreements,
  listSignings,
  ownAgreement,
} from './reading.ts';
import { countersign, recordPaper, remindSchools, signAgreement } from './signing.ts';
import { beginDraft, deleteDraft, publishDraft, saveDraft } from './writing.ts';

/** The gate never stands before the agreement: a school signs it before its doors open, and reads it when they are shut. */
const door = 'gate_page';
const params = z.object({ version: id() });
const OfSchool = params.extend({ school: id() });
const Against = z.object({ against: id() });
const Edition = z.object({ edition: z.coerce.number().int() });
const base = '/api/agreements';
const one = `${base}/:version`;

// prettier-ignore
const agreementRoutes = [
  route({ method: 'GET', path: base, says: 'The versions of the service level agreement, the newest first, and how many schools have signed each', may: atDesk, answer: AgreementLines, deed: listAgreements }),
  route({ method: 'POST', path: base, says: 'Begin the next version, from our template or from one that was published', may: writesAgreements, body: Beginning, status: 201, answer: Agreement, deed: (ctx, { body }) => beginDraft(ctx, body) }),
  route({ method: 'POST', path: `${base}/hours/comparisons`, says: 'Which versions in force say other hours than these, and how many schools have signed each; changes nothing', may: writesAgreements, body: HoursTrying, answer: HoursContradicted, deed: (ctx, { body }) => contradicted(ctx, body) }),
  route({ method: 'GET', path: `${base}/own`, says: 'A school’s own: which version holds for it, what waits for its lead, and what it has signed', may: atSchool, door, answer: OwnAgreement, deed: ownAgreement }),
  route({ method: 'GET', path: one, says: 'One version: its data, and its document with every place filled', may: signedIn, door, params, answer: Agreement, deed: (ctx, { params }) => agreementAt(ctx, params.version) }),
  route({ method: 'PUT', path: one, says: 'Keep what is written of a draft', may: writesAgreements, params, body: Writing, answer: Agreement, deed: (ctx, { params, body }) => saveDraft(ctx, params.version, body) }),
  route({ method: 'DELETE', path: one, says: 'Delete a draft', may: writesAgreements, params, query: Edition, answer: AgreementLines, deed: (ctx, { params, query }) => deleteDraft(ctx, params.version, query.edition) }),
  route({ method: 'POST', path: `${one}/publication`, says: 'Publish a draft, with the day from which it is effective', may: writesAgreements, params, body: Publishing, answer: Agreement, deed: (ctx, { params, body }) => publishDraft(ctx, params.version, body) }),
  route({ method: 'GET', path: `${one}/comparison`, says: 'What is different against another version, in data and text', may: signedIn, door, params, query: Against, answer: Comparison, deed: (ctx, { params, query }) => compareAgreements(ctx, params.version, query.against) }),
  route({ method: 'GET', path: `${one}/signatures`, says: 'How each school stands to a version: waiting, to be countersigned, or signed', may: atDesk, params, query: SigningQuery, answer: SigningLines, deed: (ctx, { params, query }) => listSignings(ctx, params.version, query) }),
  route({ method: 'POST', path: `${one}/countersignatures`, says: 'Sign for the group what schools have signed', may: countersigns, params, body: Countersigning, answer: z.object({ schools: z.array(z.number().int()) }), deed: (ctx, { params, body }) => countersign(ctx, params.version, body) }),
  route({ method: 'POST', path: `${one}/paper-signatures`, says: 'Record an agreement that both sides have signed on paper', may: writesAgreements, params, body: PaperSigning, status: 201, answer: SigningLine, deed: (ctx, { params, body }) => recordPaper(ctx, params.version, body) }),
  route({ method: 'POST', path: `${one}/reminders`, says: 'Remind schools that a version waits for their signature', may: writesAgreements, params, body: Reminding, answer: Reminded, deed: (ctx, { params, body }) => remindSchools(ctx, params.version, body) }),
];

const tags = ['agreements'];

/** Puts the routes of this house on the server. */
export function serveAgreements(served: Served<Person>): void {
  serveRoutes(served, tags[0]!, agreementRoutes);
  serveSigning(served);
  serveFiles(served);
}

/** No deed of the table: it looks at a password, which no transaction waits for. */
function serveSigning(served: Served<Person>): void {
  served.app.route({
    method: 'POST',
    url: `${one}/signature`,
    schema: {
      tags,
      summary: 'Sign a version for one’s school; the password is asked for again',
      params,
      body: Signing,
      response: { 201: OwnAgreement, '4xx': Problem },
    },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: leads, door });
      if (who.session_id === null) throw tokensHaveNoSession();
      const { password, ...signing } = request.body as Signing;
      await confirmPassword(served, { who, address: request.ip, field: 'password' }, password);
      const { version } = request.params as z.output<typeof params>;
      return reply
        .code(201)
        .send(await within(served, request, who, ctx => signAgreement(ctx, version, signing)));
    },
  });
}

const InLanguage = z.object({ lang: z.enum(langs).optional() });

function serveFiles(served: Served<Person>): void {
  const file = (
    url: string,
    { summary, given }: { summary: string; given: z.ZodType },
    send: (ctx: Ctx, given: { version: number; school: number }) => Promise<(reply: FastifyReply) => unknown>,
  ) =>
    served.app.route({
      method: 'GET',
      url,
      schema: { tags, summary, params: given, querystring: InLanguage },
      handler: async (request: FastifyRequest, reply) => {
        const who = await admit(served, request, { may: signedIn, door });
        const { lang } = request.query as z.output<typeof InLanguage>;
        const found = await within(served, request, who, ctx =>
          send({ ...ctx, lang: lang ?? ctx.lang }, request.params as z.output<typeof OfSchool>),
        );
        reply.header('x-content-type-options', 'nosniff').header('cache-control', 'private, no-store');
        return found(reply);
      },
    });
  const pdf = (sheets: Sheets) => async (reply: FastifyReply) =>
    reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName(sheets))}`)
      .send(await printAgreement(sheets));
  file(
    `${one}/paper`,
    { summary: 'A version as PDF, with lines for both signatures', given: params },
    async (ctx, { version }) => pdf(await paperOf(ctx, version)),
  );
  file(
    `${one}/signatures/:school/paper`,
    { summary: 'What a school and the group have signed, as PDF with both signatures', given: OfSchool },
    async (ctx, { version, school }) => pdf(await signedPaperOf(ctx, version, school)),
  );
  file(
    `${one}/content`,
    { summary: 'What the SHA-256 of a version is of, to the letter', given: params },
    async (ctx, { version }) => {
      const content = await contentAt(ctx, version);
      return reply => reply.header('content-type', 'text/plain; charset=utf-8').send(content);
    },
  );
}

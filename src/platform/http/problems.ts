import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sqlState } from '../db/database.ts';
import { notFound, Refusal, refusals } from '../refusals.ts';
import type { Lang, Words } from '../schemas.ts';
import { langOf } from './language.ts';
import { missing, sentenceFor } from './validation.ts';

/** An error as RFC 9457 has it, with a sentence for a person in `detail`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), sentence: z.string() })).optional(),
  retry_after_seconds: z.number().optional(),
  follow_up: z.number().optional(),
  goes_on_in: z.number().optional(),
  stop: z.string().optional(),
  /** What is there instead of what was to be put there. */
  kept: z.unknown().optional(),
  /** The door that is shut. */
  gate: z.string().optional(),
  /** What is still open and holds it back. */
  open: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The answer to a refusal, in the reader's language. */
export function problemOf(refusal: Refusal, lang: Lang): Problem {
  const { status, title } = refusals[refusal.kind];
  const { errors, ...more } = refusal.more;
  return {
    type: `/problems/${refusal.kind}`,
    title: title[lang],
    status,
    detail: refusal.sentence[lang],
    ...(errors && { errors: errors.map(({ field, sentence }) => ({ field, sentence: sentence[lang] })) }),
    ...more,
  };
}

/** Answers every error of every route: a refusal as itself, bad input by its fields, anything else as ours. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error, request);
    if (refusal) return send(reply, problemOf(refusal, langOf(request)));
    request.log.error({ err: error }, 'a request failed');
    return send(reply, ourFault(request));
  });
  app.setNotFoundHandler((request, reply) => send(reply, problemOf(notFound(), langOf(request))));
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retry_after_seconds) reply.header('retry-after', problem.retry_after_seconds);
  // A string: the route's schema describes its answers, not its problems.
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((text: string) => text)
    .send(JSON.stringify(problem));
}

const ours: Words = {
  en: 'Something went wrong on our side. What you wrote is still on your screen; please try again in a minute.',
  fr: 'Un problème est survenu de notre côté. Votre texte est toujours à l’écran; veuillez réessayer dans une minute.',
};

const ourFault = (request: FastifyRequest): Problem => ({
  type: '/problems/ours',
  title: langOf(request) === 'fr' ? 'Notre erreur' : 'Our fault',
  status: 500,
  detail: ours[langOf(request)],
  instance: request.id,
});

/** What an error means for the one who asked; undefined when it is ours. */
function refusalOf(error: FastifyError & { cause?: unknown }, request: FastifyRequest): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error.validation) return invalid(error, request);
  switch (sqlState(error)) {
    case '42501': // the second wall: one may not know that it exists
      return notFound();
    case '40001':
    case '40P01':
      return new Refusal('not_now', {
        en: 'Somebody else changed this at the same moment. Please try again.',
        fr: 'Quelqu’un d’autre a modifié ceci au même moment. Veuillez réessayer.',
      });
  }
  if (error.statusCode === 413)
    return new Refusal('too_large', {
      en: 'That is more than can be sent at once.',
      fr: 'L’envoi est trop volumineux.',
    });
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal('not_valid', {
      en: 'The request could not be read: it must be well-formed JSON.',
      fr: 'La requête est illisible : elle doit être en JSON bien formé.',
    });
  return undefined;
}

/** As the schema compiler reports a fault: an issue of zod, taken apart. */
interface SchemaFault {
  instancePath: string;
  keyword: string;
  message: string;
  params: object;
}

const issueOf = ({ keyword, message, params }: SchemaFault) =>
  ({ ...params, code: keyword, message }) as z.core.$ZodIssue;

function invalid(error: FastifyError, request: FastifyRequest): Refusal {
  const given = request[(error.validationContext as 'body' | 'params' | undefined) ?? 'body'];
  const faults = (error.validation as unknown as SchemaFault[]).map(fault => {
    const path = fault.instancePath.split('/').filter(Boolean);
    const sentence = valueAt(given, path) === undefined ? missing : sentenceFor(issueOf(fault));
    return { field: path.join('.') || (error.validationContext ?? 'body'), sentence };
  });
  const fields = [...new Set(faults.map(fault => fault.field))].join(', ');
  const sentence = { en: `Please check: ${fields}.`, fr: `Veuillez vérifier : ${fields}.` };
  return new Refusal('not_valid', sentence, { errors: faults });
}

/** What was sent under a fault's path: nothing there is "needed", whatever the schema calls it. */
const valueAt = (given: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], given);

import { z } from 'zod';
import { atDesk, atSchool, keepersOfSchools, leads, signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { route } from '#accounts/server/acting.ts';
import { serveRoutes, type Served } from '#platform/http/routes.ts';
import { id } from '#platform/schemas.ts';
import { worksAtDesk } from '#knowledge/rules/policy.ts';
import { keepsForum } from '../rules/policy.ts';
import {
  Accepting,
  AnswerEdit,
  Consenting,
  Locking,
  Merging,
  MovingArea,
  Names,
  NewAnswer,
  NewTopic,
  OfArticle,
  Reports,
  TextVersions,
  ToArticle,
  Topic,
  TopicEdit,
  Topics,
  TopicsQuery,
  Wait,
  Why,
} from '../rules/topic.ts';
import { answerTopic, askTopic, editAnswer, editTopic } from './asking.ts';
import {
  hideAnswer,
  hideTopic,
  lockTopic,
  mergeTopic,
  moveTopic,
  partTopic,
  settleReport,
} from './keeping/keeping.ts';
import { askConsent, makeArticle, makeTicket } from './keeping/leading-on.ts';
import { namesOf, setNames, setWaitDays, waitDays } from './keeping/settings.ts';
import { listReports, listTopics, lookAtTopic, topicAt, topicsOfArticle, versionsOf } from './reading.ts';
import { acceptAnswer, consent, followTopic, report, sayMeToo } from './taking-part.ts';

const door = 'forum';
const params = z.object({ id: id() });
const base = '/api/topics';
const one = `${base}/:id`;
const of_answer = '/api/topic-answers/:id';
const answer = Topic;

// prettier-ignore
const forumRoutes = [
  route({ method: 'GET', path: base, says: 'Topics of the forum, what was said last first; narrowed by area, by words and by what they are to the reader', may: signedIn, door, query: TopicsQuery, answer: Topics, deed: (ctx, { query }) => listTopics(ctx, query) }),
  route({ method: 'POST', path: base, says: 'Ask the forum', may: signedIn, door, body: NewTopic, status: 201, answer, deed: (ctx, { body }) => askTopic(ctx, body) }),
  route({ method: 'GET', path: one, says: 'A topic with its answers; of a merged one, in which it goes on', may: signedIn, door, params, answer, deed: (ctx, { params }) => topicAt(ctx, params.id) }),
  route({ method: 'PATCH', path: one, says: 'Change a question; what it said stays readable', may: signedIn, door, params, body: TopicEdit, answer, deed: (ctx, { params, body }) => editTopic(ctx, params.id, body) }),
  route({ method: 'GET', path: `${one}/versions`, says: 'What a question said before', may: signedIn, door, params, answer: TextVersions, deed: (ctx, { params }) => versionsOf(ctx, { topic: params.id, answer: null }) }),
  route({ method: 'POST', path: `${one}/answers`, says: 'Answer a topic', may: signedIn, door, params, body: NewAnswer, status: 201, answer, deed: (ctx, { params, body }) => answerTopic(ctx, params.id, body) }),
  route({ method: 'PATCH', path: of_answer, says: 'Change an answer; what it said stays readable', may: signedIn, door, params, body: AnswerEdit, answer, deed: (ctx, { params, body }) => editAnswer(ctx, params.id, body.text) }),
  route({ method: 'GET', path: `${of_answer}/versions`, says: 'What an answer said before', may: signedIn, door, params, answer: TextVersions, deed: (ctx, { params }) => versionsOf(ctx, { topic: 0, answer: params.id }) }),
  route({ method: 'PUT', path: `${one}/accepted`, says: 'Choose the answer that solves a topic, or none', may: signedIn, door, params, body: Accepting, answer, deed: (ctx, { params, body }) => acceptAnswer(ctx, params.id, body.answer) }),
  route({ method: 'PUT', path: `${one}/me-too`, says: 'Say that one has the same question', may: atSchool, door, params, answer, deed: (ctx, { params }) => sayMeToo(ctx, params.id, true) }),
  route({ method: 'DELETE', path: `${one}/me-too`, says: 'Take that back', may: atSchool, door, params, answer, deed: (ctx, { params }) => sayMeToo(ctx, params.id, false) }),
  route({ method: 'PUT', path: `${one}/following`, says: 'Follow a topic', may: signedIn, door, params, answer, deed: (ctx, { params }) => followTopic(ctx, params.id, true) }),
  route({ method: 'DELETE', path: `${one}/following`, says: 'Follow a topic no more', may: signedIn, door, params, answer, deed: (ctx, { params }) => followTopic(ctx, params.id, false) }),
  route({ method: 'PUT', path: `${one}/look`, says: 'Mark that one has read what is there', may: signedIn, door, params, answer: z.object({}), deed: (ctx, { params }) => lookAtTopic(ctx, params.id) }),
  route({ method: 'PUT', path: `${one}/consent`, says: 'Say whether the desk may open a ticket for one’s question', may: atSchool, door, params, body: Consenting, answer, deed: (ctx, { params, body }) => consent(ctx, params.id, body.consent) }),
  route({ method: 'POST', path: `${one}/reports`, says: 'Report a question to the desk, with why', may: signedIn, door, params, body: Why, answer, deed: (ctx, { params, body }) => report(ctx, { topic: params.id, answer: null }, body.why) }),
  route({ method: 'POST', path: `${of_answer}/reports`, says: 'Report an answer to the desk, with why', may: signedIn, door, params, body: Why, answer, deed: (ctx, { params, body }) => report(ctx, { topic: 0, answer: params.id }, body.why) }),
  route({ method: 'GET', path: '/api/forum/reports', says: 'What was reported and nobody has looked at', may: keepsForum, answer: Reports, deed: listReports }),
  route({ method: 'PUT', path: '/api/forum/reports/:id/settling', says: 'Mark that a report was looked at', may: keepsForum, params, answer: z.object({}), deed: (ctx, { params }) => settleReport(ctx, params.id) }),
  route({ method: 'PUT', path: `${one}/area`, says: 'Put a topic into another area', may: keepsForum, params, body: MovingArea, answer, deed: (ctx, { params, body }) => moveTopic(ctx, params.id, body.area) }),
  route({ method: 'PUT', path: `${one}/lock`, says: 'Lock a topic, or open it again', may: keepsForum, params, body: Locking, answer, deed: (ctx, { params, body }) => lockTopic(ctx, params.id, body.locked) }),
  route({ method: 'PUT', path: `${one}/hiding`, says: 'Hide a topic from schools, with why', may: keepsForum, params, body: Why, answer, deed: (ctx, { params, body }) => hideTopic(ctx, params.id, body.why) }),
  route({ method: 'DELETE', path: `${one}/hiding`, says: 'Show a topic again', may: keepsForum, params, answer, deed: (ctx, { params }) => hideTopic(ctx, params.id, null) }),
  route({ method: 'PUT', path: `${of_answer}/hiding`, says: 'Hide an answer from schools, with why', may: keepsForum, params, body: Why, answer, deed: (ctx, { params, body }) => hideAnswer(ctx, params.id, body.why) }),
  route({ method: 'DELETE', path: `${of_answer}/hiding`, says: 'Show an answer again', may: keepsForum, params, answer, deed: (ctx, { params }) => hideAnswer(ctx, params.id, null) }),
  route({ method: 'PUT', path: `${one}/merge`, says: 'Merge a topic into another', may: keepsForum, params, body: Merging, answer, deed: (ctx, { params, body }) => mergeTopic(ctx, params.id, body.into) }),
  route({ method: 'DELETE', path: `${one}/merge`, says: 'Take a merged topic out again, with its answers', may: keepsForum, params, answer, deed: (ctx, { params }) => partTopic(ctx, params.id) }),
  route({ method: 'POST', path: `${one}/article`, says: 'Begin an article from a topic', may: keepsForum, params, body: ToArticle, status: 201, answer, deed: (ctx, { params, body }) => makeArticle(ctx, params.id, body.kind) }),
  route({ method: 'GET', path: '/api/articles/:id/topics', says: 'The topics of the forum that an article was made of', may: atDesk, params, answer: OfArticle, deed: (ctx, { params }) => topicsOfArticle(ctx, params.id) }),
  route({ method: 'POST', path: `${one}/consent`, says: 'Ask whoever asked whether a ticket may be opened', may: worksAtDesk, params, answer, deed: (ctx, { params }) => askConsent(ctx, params.id) }),
  route({ method: 'POST', path: `${one}/ticket`, says: 'Open a ticket for whoever asked, with consent', may: worksAtDesk, params, status: 201, answer, deed: (ctx, { params }) => makeTicket(ctx, params.id) }),
  route({ method: 'GET', path: '/api/forum/names', says: 'How one’s school is named in the forum', may: atSchool, door, answer: Names, deed: namesOf }),
  route({ method: 'PUT', path: '/api/forum/names', says: 'Choose how one’s school is named in the forum', may: leads, door, body: Names, answer: Names, deed: (ctx, { body }) => setNames(ctx, body.names) }),
  route({ method: 'GET', path: '/api/forum/days', says: 'After how many working days a topic without an answer comes to the desk', may: atDesk, answer: Wait, deed: async ({ db }) => ({ days: await waitDays(db) }) }),
  route({ method: 'PUT', path: '/api/forum/days', says: 'Choose after how many', may: keepersOfSchools, body: Wait, answer: Wait, deed: (ctx, { body }) => setWaitDays(ctx, body.days) }),
];

/** Puts the routes of this house on the server. */
export const serveForum = (served: Served<Person>): void => serveRoutes(served, 'forum', forumRoutes);

import { z } from 'zod';
import { atDesk, keepersOfSchools, signedIn, type May } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { route } from '#accounts/server/acting.ts';
import { admit, serveRoutes, within, type Served } from '#platform/http/routes.ts';
import { id, langs } from '#platform/schemas.ts';
import {
  Attendance,
  CourseChange,
  Courses,
  NewCourse,
  NewTraining,
  NextTrainings,
  PlaceChange,
  Request,
  TrainingChange,
  Trainings,
  TrainingWithPlaces,
} from '../../rules/training/training.ts';
import { certificateOf, drawCertificate } from './certificate.ts';
import {
  addCourse,
  addTraining,
  changeCourse,
  changeTraining,
  listCourses,
  listTrainings,
} from './courses.ts';
import { noteAttendance, setPlace, trainingWithPlaces } from './places.ts';
import { nextTrainings, requestPlaces, takeBackRequest } from './requests.ts';

const params = z.object({ id: id() });
/** A link that is opened by itself says no language of the page that it stands on. */
const InLanguage = z.object({ lang: z.enum(langs).optional() });
const OfPerson = params.extend({ person: id() });
const may = keepersOfSchools;
const atSchool: May = who => who.side === 'school';
const answer = TrainingWithPlaces;

// prettier-ignore
const trainingRoutes = [
  route({ method: 'GET', path: '/api/courses', says: 'The courses that are given', may: atDesk, answer: Courses, deed: listCourses }),
  route({ method: 'POST', path: '/api/courses', says: 'Add a course', may, body: NewCourse, status: 201, answer: Courses, deed: (ctx, { body }) => addCourse(ctx, body) }),
  route({ method: 'PATCH', path: '/api/courses/:id', says: 'Rename a course, give it no longer, or again', may, params, body: CourseChange, answer: Courses, deed: (ctx, { params, body }) => changeCourse(ctx, params.id, body) }),
  route({ method: 'GET', path: '/api/trainings', says: 'The 200 newest trainings, the newest first', may: atDesk, answer: Trainings, deed: listTrainings }),
  route({ method: 'POST', path: '/api/trainings', says: 'Hold a course on some days', may, body: NewTraining, status: 201, answer, deed: (ctx, { body }) => addTraining(ctx, body) }),
  route({ method: 'GET', path: '/api/trainings/next', says: 'The trainings to come with their free places, and the reader’s own people at them', may: signedIn, door: 'gate_page', answer: NextTrainings, deed: nextTrainings }),
  route({ method: 'GET', path: '/api/trainings/:id', says: 'A training with its places and who attended', may: atDesk, params, answer, deed: (ctx, { params }) => trainingWithPlaces(ctx, params.id) }),
  route({ method: 'PATCH', path: '/api/trainings/:id', says: 'Change where a training is and for how many, cancel it or take that back', may, params, body: TrainingChange, answer, deed: (ctx, { params, body }) => changeTraining(ctx, params.id, body) }),
  route({ method: 'POST', path: '/api/trainings/:id/requests', says: 'Ask for places for people of one’s school', may: atSchool, door: 'gate_page', params, body: Request, status: 201, answer: NextTrainings, deed: (ctx, { params, body }) => requestPlaces(ctx, params.id, body.people) }),
  route({ method: 'DELETE', path: '/api/trainings/:id/requests/:person', says: 'Take a request for a place back', may: atSchool, door: 'gate_page', params: OfPerson, answer: NextTrainings, deed: (ctx, { params }) => takeBackRequest(ctx, params) }),
  route({ method: 'PUT', path: '/api/trainings/:id/places/:person', says: 'Give somebody a place, refuse it, or take it away', may, params: OfPerson, body: PlaceChange, answer, deed: (ctx, { params, body }) => setPlace(ctx, params, body.state) }),
  route({ method: 'PUT', path: '/api/trainings/:id/sessions/:session/attendance', says: 'Note who was at a session, or that they were not', may, params: params.extend({ session: id() }), body: Attendance, answer, deed: (ctx, { params, body }) => noteAttendance(ctx, params, body) }),
];

/** The register, and the certificates of who is trained. */
export function serveTraining(served: Served<Person>): void {
  serveRoutes(served, 'training', trainingRoutes);
  served.app.route({
    method: 'GET',
    url: '/api/schools/:id/people/:person/certificate',
    schema: {
      tags: ['training'],
      summary: 'The certificate of somebody who is trained, as PDF',
      params: OfPerson,
      querystring: InLanguage,
    },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: signedIn, door: 'gate_page' });
      const found = await within(served, request, who, ctx =>
        certificateOf(
          { ...ctx, lang: (request.query as z.output<typeof InLanguage>).lang ?? ctx.lang },
          request.params as z.output<typeof OfPerson>,
        ),
      );
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${found.name}.pdf`)}`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(drawCertificate(found, served.clock()));
    },
  });
}

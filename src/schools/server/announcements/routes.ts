import { z } from 'zod';
import { signedIn } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import {
  Announcement,
  AnnouncementChange,
  AnnouncementPage,
  AnnouncementQuery,
  mayAnnounce,
  NewAnnouncement,
} from '../../rules/announcement.ts';
import { announce, changeAnnouncement, listAnnouncements, withdrawAnnouncement } from './announcements.ts';

const params = z.object({ id: id() });
const answer = Announcement;
const may = mayAnnounce;

// prettier-ignore
export const announcementRoutes = [
  route({ method: 'GET', path: '/api/announcements', says: 'What is announced, newest first: for a school what it is told now', may: signedIn, door: 'notices', query: AnnouncementQuery, answer: AnnouncementPage, deed: (ctx, { query }) => listAnnouncements(ctx, query) }),
  route({ method: 'POST', path: '/api/announcements', says: 'Announce something to all schools or to some', may, body: NewAnnouncement, status: 201, answer, deed: (ctx, { body }) => announce(ctx, body) }),
  route({ method: 'PATCH', path: '/api/announcements/:id', says: 'Change an announcement', may, params, body: AnnouncementChange, answer, deed: (ctx, { params, body }) => changeAnnouncement(ctx, params.id, body) }),
  route({ method: 'PUT', path: '/api/announcements/:id/withdrawal', says: 'Withdraw an announcement', may, params, answer, deed: (ctx, { params }) => withdrawAnnouncement(ctx, params.id, true) }),
  route({ method: 'DELETE', path: '/api/announcements/:id/withdrawal', says: 'Take the withdrawal of an announcement back', may, params, answer, deed: (ctx, { params }) => withdrawAnnouncement(ctx, params.id, false) }),
];

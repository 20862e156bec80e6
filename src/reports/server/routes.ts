import { atDesk } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { Dashboard, DashboardQuery } from '../rules/dashboard.ts';
import { dashboardOf } from './dashboard.ts';

/** URL to deed, a line each. */
// prettier-ignore
export const dashboardRoutes = [
  route({ method: 'GET', path: '/api/dashboard', says: 'The desk in numbers, each with the filters of its list', may: atDesk, query: DashboardQuery, answer: Dashboard, deed: (ctx, { query }) => dashboardOf(ctx, query) }),
];

import { lazy, Suspense } from 'react';
import { later } from '#ui/route/later.tsx';

/** The portal's pages about the school itself, for the entry: none of them is waited for by the first screen. */

const own = () => import('./own-school.tsx');

export const CalendarPage = later(async () => (await own()).CalendarPage);
export const PeoplePage = later(async () => (await own()).PeoplePage);
export const PasswordPage = later(async () => (await own()).PasswordPage);
export const FirstPasswordPage = later(async () => (await own()).FirstPasswordPage);

const LateAsks = lazy(async () => ({ default: (await own()).Asks }));

/** What of the school's own affairs waits for this person; nothing until it is known. */
export const Asks = () => (
  <Suspense>
    <LateAsks />
  </Suspense>
);

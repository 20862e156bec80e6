import { Suspense, type ComponentType } from 'react';
import * as calendar from './CalendarPage.tsx';
import * as password from './PasswordPage.tsx';
import * as people from './PeoplePage.tsx';

/** What comes after the first screen, in one file; its words come later still. */

const spoken = (Page: ComponentType): ComponentType =>
  function Spoken() {
    return (
      <Suspense>
        <Page />
      </Suspense>
    );
  };

export { Asks } from './Asks.tsx';
export const CalendarPage = spoken(calendar.CalendarPage);
export const PeoplePage = spoken(people.PeoplePage);
export const PasswordPage = spoken(password.PasswordPage);
export const FirstPasswordPage = spoken(password.FirstPasswordPage);

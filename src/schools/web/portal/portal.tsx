import { lazy, Suspense, type ComponentType } from 'react';
import { later } from '#ui/route/later.tsx';

/** The portal's pages about the school itself, for the entry: none of them is waited for by the first screen. */

/** Their words come later too. */
const spoken = (Part: ComponentType): ComponentType =>
  function Spoken() {
    return (
      <Suspense fallback={null}>
        <Part />
      </Suspense>
    );
  };

const LateAsks = lazy(async () => ({ default: (await import('./Asks.tsx')).Asks }));

/** What of the school's own affairs waits for this person; nothing until it is known. */
export const Asks = spoken(LateAsks);

export const PeoplePage = later(async () => spoken((await import('./PeoplePage.tsx')).PeoplePage));
export const PasswordPage = later(async () => spoken((await import('./PasswordPage.tsx')).PasswordPage));
export const FirstPasswordPage = later(async () =>
  spoken((await import('./PasswordPage.tsx')).FirstPasswordPage),
);

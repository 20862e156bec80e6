import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SignedIn } from '#accounts/web/accounts.tsx';
import { BesideHours } from '#accounts/web/desk/igroup/beside-hours.tsx';
import { BesideSchool } from '#schools/web/beside.tsx';
import { Asking, DeskOnly, toSignIn } from '#tickets/web/desk/desk.tsx';
import { Beside } from '#tickets/web/beside.tsx';
import { router } from './main.desk.map.tsx';
import { soon } from '#ui/floating/soon.tsx';
import { showTheme, Words } from '#ui/ui.ts';

const toPut = async () => (await import('#knowledge/web/desk/to-put.ts')).answersToPut;
type AnswersToPut = Awaited<ReturnType<typeof toPut>>;

type FoundInPalette = (typeof import('#search/web/desk/found-in-palette.ts'))['foundInPalette'];

/** What the houses that keep requests bring to the pages of tickets: a line for each. */
const brought = {
  parts: {
    rights: soon(async () => (await import('#rights/web/desk/RequestPart.tsx')).RequestPart),
    configuration: soon(async () => (await import('#configuration/web/desk/DeskRequest.tsx')).DeskRequest),
  },
  ways: {},
  for_replies: {
    find: async (...asked: Parameters<AnswersToPut['find']>) => (await toPut()).find(...asked),
    put: async (...asked: Parameters<AnswersToPut['put']>) => (await toPut()).put(...asked),
  },
  search: {
    find: async (...asked: Parameters<FoundInPalette>) =>
      (await import('#search/web/desk/found-in-palette.ts')).foundInPalette(...asked),
    page: (q: string) => `/desk/search?q=${encodeURIComponent(q)}`,
  },
  rail: soon(async () => (await import('./main.desk.rail.tsx')).RailParts),
};
/** And to the pages of schools. */
const of_schools = [
  soon(async () => (await import('#rights/web/desk/RightsSection.tsx')).RightsSection),
  soon(async () => (await import('#configuration/web/desk/SchoolChanges.tsx')).SchoolChanges),
];
/** And to the form of the desk's hours. */
const of_hours = [soon(async () => (await import('#agreements/web/desk/HoursWarning.tsx')).HoursWarning)];

const words = { en: () => import('./main.desk.en.ts'), fr: () => import('./main.desk.fr.ts') };

showTheme();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Words of={words}>
      <Asking>
        <SignedIn signedOut={toSignIn}>
          <DeskOnly>
            <Beside value={brought}>
              <BesideSchool value={of_schools}>
                <BesideHours value={of_hours}>
                  <RouterProvider router={router} />
                </BesideHours>
              </BesideSchool>
            </Beside>
          </DeskOnly>
        </SignedIn>
      </Asking>
    </Words>
  </StrictMode>,
);

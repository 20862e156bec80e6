import { Suspense, type ComponentType } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Skeleton } from '#ui/ui.ts';
import { RequestView } from '../RequestView.tsx';
import { useRequest } from '../use-request.ts';
import * as asking from './AskRightsPage.tsx';
import * as register from './RightsPage.tsx';

/** What comes after the portal's first screen, in one file; its words come later still. */

const spoken = (Page: ComponentType): ComponentType =>
  function Spoken() {
    return (
      <Suspense fallback={<Skeleton lines={9} />}>
        <Page />
      </Suspense>
    );
  };

export const AskRightsPage = spoken(asking.AskRightsPage);
export const RightsPage = spoken(register.RightsPage);
export { WayToRights } from './WhoAsks.tsx';

export function RequestPart({ ticket }: { ticket: TicketWithMessages }) {
  return <RequestView of={useRequest(ticket)} />;
}

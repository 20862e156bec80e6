/** The door: the portal's frame and its pages, for the entry. */
export { AskPage } from './ask/AskPage.tsx';
export { LostPage } from './frame/LostPage.tsx';
export { PortalShell } from './frame/PortalShell.tsx';
export { HomePage } from './home/HomePage.tsx';
export { TicketListPage } from './list/TicketListPage.tsx';
export { TicketPage } from './ticket/TicketPage.tsx';

import { later } from '#ui/route/later.tsx';

/** The door: the portal's frame and its pages, for the entry. What is not the first screen comes after it. */
export const AskPage = later(async () => (await import('./ask/AskPage.tsx')).AskPage);
export const EmergencyPage = later(
  async () => (await import('../emergency/EmergencyPage.tsx')).EmergencyPage,
);
export const GatePage = later(async () => (await import('./gate/GatePage.tsx')).GatePage);
export const TicketPage = later(async () => (await import('./ticket/TicketPage.tsx')).TicketPage);
export const TicketListPage = later(async () => (await import('./list/TicketListPage.tsx')).TicketListPage);
export { LostPage } from './frame/LostPage.tsx';
export { PortalShell } from './frame/PortalShell.tsx';
export { HomePage } from './home/HomePage.tsx';

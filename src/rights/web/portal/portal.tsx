import { later } from '#ui/route/later.tsx';
import { soon } from '#ui/floating/soon.tsx';

/** The portal's pages and parts about rights, for the entry: none of them is waited for by the first screen. */

const own = () => import('./own-rights.tsx');

export const AskRightsPage = later(async () => (await own()).AskRightsPage);
export const RightsPage = later(async () => (await own()).RightsPage);
export const RequestPart = soon(async () => (await own()).RequestPart);
export const WayToRights = soon(async () => (await own()).WayToRights);

import type { Served } from '#platform/http/routes.ts';
import type { Person } from '../../rules/who.ts';
import type { EntranceHome } from '../sign-in/entrance.ts';
import { serveComingBack } from './coming-back.ts';
import { serveDeparting, type Crossing } from './departing.ts';
import { serveOffer } from './own.ts';
import { openProviders } from './provider.ts';
import { serveSignOnSettings } from './settings.ts';

/** Single sign-on: the offer, the settings, the way to the provider and the way back. */
export function serveSignOn(served: Served<Person>, home: EntranceHome): void {
  const crossing: Crossing = {
    home,
    sealing: home.sealing,
    back: ({ protocol, host }) => `${home.public_url?.origin ?? `${protocol}://${host}`}/api/sign-on/back`,
    providers: openProviders(served.clock),
  };
  serveOffer(served);
  serveSignOnSettings(served, crossing);
  serveDeparting(served, crossing);
  serveComingBack(served, crossing);
}

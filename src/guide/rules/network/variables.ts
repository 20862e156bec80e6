import type { Variables } from '../guide.ts';
import { Entry } from './network.ts';

/** The guide's variables and the list of addresses are one: before there is a list it follows from them, then they from it. */

const of_system = (name: string) => ({
  en: `${name}: sign-in and pages`,
  fr: `${name} : ouverture de session et pages`,
});
const beside = (name: string) => ({ en: `${name}: beside its pages`, fr: `${name} : à côté de ses pages` });

/** What is not set yet, or is no name of a host, is left out. */
export function firstEntries({ SIS_NAME, SIS_HOST, SIS_PORTS, SIS_OTHER_HOSTS }: Variables): Entry[] {
  const entry = (host: string, port: number, purpose: Entry['purpose']): Entry => ({
    ...{ host, port, purpose },
    ...{ protocol: 'tcp', direction: 'out' },
  });
  return [
    ...SIS_PORTS.map(port => entry(SIS_HOST, port, of_system(SIS_NAME))),
    ...SIS_OTHER_HOSTS.map(host => entry(host, 443, beside(SIS_NAME))),
  ].filter(each => Entry.safeParse(each).success);
}

/** What the guide says of addresses, by the list that holds. The system's own host stays that of its address. */
export function withList(variables: Variables, entries: readonly Entry[]): Variables {
  const tcp = entries.filter(({ protocol }) => protocol === 'tcp');
  const ports = tcp.filter(({ host }) => host === variables.SIS_HOST).map(({ port }) => port);
  const others = [...new Set(tcp.map(({ host }) => host))].filter(host => host !== variables.SIS_HOST);
  return { ...variables, ...(ports.length > 0 && { SIS_PORTS: ports }), SIS_OTHER_HOSTS: others };
}

import type { Owner } from '../../../rules/kinds.ts';
import type { Fault } from './ways.ts';

/** What the lab tries: where the fault is, and whose it is. */
export interface Scenario {
  name: string;
  owner: Owner;
  /** On the ways to the system, to two other sites and to the desk. */
  sis: Fault;
  sites: Fault;
  desk: Fault;
  /** The system fails for everybody. */
  everywhere?: true;
  /** What the internet company says when it is called. */
  company?: 'outage';
  /** How far this computer's clock is ahead. */
  ahead_hours?: number;
  /** This computer's browser. */
  agent?: string;
  /** It depends on chance, so it is tried as often. */
  times?: number;
  /** What of the system suffers though its first page opens. */
  suffers?: 'screens';
}

const plain = { sis: 'none', sites: 'none', desk: 'none' } as const;
const all = (fault: Fault) => ({ sis: fault, sites: fault, desk: fault });

export const scenarios: readonly Scenario[] = [
  { name: 'The system’s name is not found', owner: 'SCHOOL', ...plain, sis: 'name_not_found' },
  { name: 'The system’s port is refused', owner: 'SCHOOL', ...plain, sis: 'refused' },
  { name: 'What goes to the system is swallowed', owner: 'SCHOOL', ...plain, sis: 'black_hole' },
  { name: 'A filter alters pages', owner: 'SCHOOL', ...all('altered_body'), suffers: 'screens' },
  {
    name: 'A proxy holds event streams back',
    owner: 'SCHOOL',
    ...all('stripped_stream'),
    suffers: 'screens',
  },
  { name: 'A captive portal', owner: 'SCHOOL', ...all('captive_portal') },
  {
    name: 'A proxy refuses large messages',
    owner: 'SCHOOL',
    ...all('large_post_refused'),
    suffers: 'screens',
  },
  { name: '2 % of what is sent is lost', owner: 'SCHOOL', ...all('loss_2'), times: 3 },
  { name: '20 % of what is sent is lost', owner: 'SCHOOL', ...all('loss_20'), times: 3 },
  { name: '64 kbit/s', owner: 'SCHOOL', ...all('narrow') },
  { name: 'The clock is two hours ahead', owner: 'SCHOOL', ...plain, ahead_hours: 2 },
  {
    ...{ name: 'The browser is too old', owner: 'SCHOOL' as const, ...plain, suffers: 'screens' as const },
    agent:
      'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0.0.0 Safari/537.36',
  },
  { name: 'The line is down', owner: 'ISP', ...all('black_hole'), company: 'outage' },
  { name: 'The system is down', owner: 'BCESIS', ...plain, sis: 'unavailable', everywhere: true },
  {
    name: 'The system does not answer anybody',
    owner: 'BCESIS',
    ...plain,
    sis: 'black_hole',
    everywhere: true,
  },
  { name: 'The desk is down', owner: 'IGROUP', ...plain, desk: 'refused' },
];

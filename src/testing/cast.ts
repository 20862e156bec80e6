import type { DeskRole, SchoolRole } from '#accounts/rules/who.ts';

/**
 * The town: named people who serve tests, the demo, docs and screenshots. One line each on what they may see.
 * Two schools are enough for every wall; the others make the lists real.
 */

export interface CastSchool {
  code: string;
  name: string;
  town: string;
  username: string;
  /** Which facts its doors have; the first six schools are open, because everybody's tests go through them. */
  facts?: readonly ('stage1' | 'trained_before' | 'suspended')[];
  people: { name: string; roles: SchoolRole[] }[];
}

export const cast_schools = [
  {
    code: 'ALDER',
    name: 'Alder Academy',
    town: 'Nanaimo',
    username: 'alder',
    people: [
      { name: 'Maria Santos', roles: ['member'] }, // the secretary: sees all of Alder's tickets, no other school's
      { name: 'Grant Bell', roles: ['lead'] }, // the principal
      { name: 'Sam Okoro', roles: ['technical_contact'] },
      { name: 'Priya Nair', roles: ['security_contact'] },
    ],
  },
  {
    code: 'BIRCH',
    name: 'Birch Elementary',
    town: 'Kelowna',
    username: 'birch',
    people: [
      { name: 'Joan Whitehorse', roles: ['lead'] }, // the other school: may see nothing of Alder
      { name: 'Liam O’Brien', roles: ['member', 'technical_contact'] },
    ],
  },
  {
    code: 'CEDAR',
    name: 'Cedar Bay Christian',
    town: 'Surrey',
    username: 'cedarbay',
    people: [{ name: 'Hannah de Vries', roles: ['lead', 'security_contact'] }],
  },
  {
    code: 'DOGWD',
    name: 'Dogwood Secondary',
    town: 'Prince George',
    username: 'dogwood',
    people: [
      { name: 'Wei Zhang', roles: ['lead'] },
      { name: 'Dolores Peña', roles: ['member'] },
    ],
  },
  {
    code: 'ESDIL',
    name: 'ʔesdilagh School',
    town: 'Alexandria',
    username: 'esdilagh',
    people: [{ name: 'Ruth Ɂelhdaqox', roles: ['lead'] }],
  },
  {
    code: 'STANN',
    name: 'St. Anne’s',
    town: 'Victoria',
    username: 'stannes',
    people: [{ name: 'Élodie Gagnon', roles: ['lead', 'member'] }],
  },
  // The roll-out: schools whose doors are not open.
  {
    code: 'FERNW',
    name: 'Fernwood School',
    town: 'Terrace',
    username: 'fernwood',
    facts: [],
    people: [
      { name: 'Tessa Moore', roles: ['lead', 'security_contact'] }, // neither trained nor in Stage 1: sees the gate alone
      { name: 'Ken Ito', roles: ['technical_contact'] },
    ],
  },
  {
    code: 'GARRY',
    name: 'Garry Oak School',
    town: 'Duncan',
    username: 'garryoak',
    facts: [],
    people: [{ name: 'Ana Ruiz', roles: ['lead'] }], // trained by what she attended, not in Stage 1
  },
  {
    code: 'HEMLK',
    name: 'Hemlock Valley School',
    town: 'Mission',
    username: 'hemlock',
    facts: ['stage1'],
    people: [
      { name: 'Paul Sandhu', roles: ['lead'] }, // in Stage 1, nobody trained
      { name: 'Rosa Lind', roles: ['security_contact', 'technical_contact'] },
    ],
  },
  {
    code: 'JUNIP',
    name: 'Juniper Ridge School',
    town: 'Cranbrook',
    username: 'juniper',
    facts: ['stage1', 'trained_before', 'suspended'],
    people: [{ name: 'Omar Faris', roles: ['lead', 'security_contact'] }], // was open, is suspended
  },
] as const satisfies readonly CastSchool[];

export const cast_desk = [
  { name: 'Maya Chen', username: 'maya', roles: ['agent'] }, // Level 1: sees every school, passes nothing to Level 2 alone
  { name: 'Ines Roy', username: 'ines', roles: ['agent', 'rights_keeper'] }, // sees and decides what is about rights, as Nadia does
  { name: 'Owen Hart', username: 'owen', roles: ['agent', 'level2_contact'] }, // may release to Level 2
  { name: 'Nadia Petrov', username: 'nadia', roles: ['coordinator'] }, // keeps the schools, voids, may all that an agent may
  { name: 'Tom Becker', username: 'tom', roles: ['knowledge_editor'] }, // reads tickets, works none
  { name: 'Leah Stone', username: 'leah', roles: ['privacy_officer'] }, // every move on privacy incidents, no others
  { name: 'Arun Patel', username: 'arun', roles: ['administrator'] }, // the installation: people and tokens
  { name: 'Vera Lund', username: 'vera', roles: ['level2_contact'] }, // Level 2 and nothing else
] as const satisfies readonly { name: string; username: string; roles: DeskRole[] }[];

export type CastName =
  (typeof cast_desk)[number]['name'] | (typeof cast_schools)[number]['people'][number]['name'];

/** The one password of the town. It opens on this computer only, and never with real data. */
export const cast_password = 'the demo town';

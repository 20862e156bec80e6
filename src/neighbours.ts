/**
 * Which house may know which: this one table. `neighbours.test.ts` holds every import of src/ against it, and
 * ARCHITECTURE.md shows it (npm run docs).
 */

interface House {
  holds: string;
  knows: readonly string[];
  /** Files that other houses may import, beside the rules and the two doors `server/<house>.ts`, `web/<house>.ts(x)`. */
  doors?: readonly string[];
}

export const neighbours: Record<string, House> = {
  accounts: {
    holds: 'people, roles, sign-in, sessions, tokens, drafts, and the one story of all deeds',
    knows: ['sla', 'platform', 'ui'],
    // What every deed of every house needs: who is acting, and the line that it writes into the story.
    doors: [
      'server/acting.ts',
      'server/story/story.ts',
      'server/story/seals.ts',
      'web/desk/accounts.ts',
      'web/desk/first-run.ts',
      'web/keys/keys.ts',
      'web/several/ActFor.tsx',
    ],
  },
  schools: {
    holds: 'schools, their people and login, facts and standing, training, the gate, announcements',
    knows: ['accounts', 'sla', 'platform', 'ui'],
    doors: ['web/set-up/SetUpLink.tsx', 'web/waves/asking.ts'],
  },
  drawing: {
    holds: 'flowcharts: what a chart is, how it lays itself out, its picture, its paper, its page',
    knows: ['accounts', 'sla', 'platform', 'ui'],
    doors: ['web/Picture.tsx'],
  },
  agreements: {
    holds: 'the service level agreement: versions as document and data, signatures, what is promised to whom',
    knows: ['accounts', 'schools', 'sla', 'platform', 'ui'],
  },
  tickets: {
    holds: 'tickets: opening, messages, files, their life, lists and views, undo, presence, the bell',
    knows: ['accounts', 'schools', 'agreements', 'drawing', 'sla', 'platform', 'ui'],
    // Who reads over all tickets asks by the list's own filters and order, so that every number is that of a list.
    // A part of a ticket's page puts in what can be done with it.
    doors: [
      'server/listed.ts',
      'server/many.ts',
      'server/requested.ts',
      'web/beside.tsx',
      'web/words.ts',
      'web/environment/detect.ts',
      'web/desk/frame/commands/commands.ts',
      'web/desk/write/put-in-reply.ts',
    ],
  },
  rights: {
    holds: 'rights in the supported system: requests for them, who decides, the register, their ends',
    knows: ['accounts', 'schools', 'tickets', 'sla', 'platform', 'ui'],
  },
  configuration: {
    holds: 'requests to change the supported system, and the log of changes that schools concerned read',
    knows: ['accounts', 'schools', 'tickets', 'sla', 'platform', 'ui'],
  },
  exceptions: {
    holds: 'exceptions: what the group takes on although it is the school’s, for whom and until when',
    knows: ['accounts', 'schools', 'tickets', 'sla', 'platform', 'ui'],
  },
  knowledge: {
    holds: 'articles, what they solved, and the answers suggested while somebody types',
    knows: ['accounts', 'schools', 'tickets', 'sla', 'platform', 'ui'],
    // Whatever searches tells what it did not find.
    doors: ['web/in-vain.ts'],
  },
  forum: {
    holds: 'the user forum: topics, answers, who takes part, and how the desk keeps it',
    knows: ['accounts', 'schools', 'tickets', 'knowledge', 'sla', 'platform', 'ui'],
  },
  guide: {
    holds:
      'the connectivity guide as data: its versions, what a page measures, the runs that were kept; whose a matter is',
    knows: [
      ...['accounts', 'schools', 'agreements', 'tickets', 'exceptions', 'knowledge', 'drawing'],
      ...['status', 'sla', 'platform', 'ui'],
    ],
  },
  search: {
    holds: 'the one search over articles, the forum, tickets and schools',
    knows: ['accounts', 'schools', 'tickets', 'knowledge', 'forum', 'sla', 'platform', 'ui'],
  },
  status: {
    holds:
      'what the group tells of the supported system: notices of planned work, incidents and known problems, and the status page',
    knows: ['accounts', 'schools', 'tickets', 'knowledge', 'sla', 'platform', 'ui'],
  },
  reports: {
    holds: 'the dashboard, exports and statements: reads everything, writes nothing but its own',
    knows: ['accounts', 'schools', 'agreements', 'tickets', 'knowledge', 'sla', 'platform', 'ui'],
  },
  privacy: {
    holds: 'the audit log: what was done, and who looked at what',
    knows: ['accounts', 'schools', 'tickets', 'reports', 'sla', 'platform', 'ui'],
  },
  sla: { holds: 'time: zones, calendars, business time, targets, how a time is shown', knows: ['platform'] },
  platform: {
    holds: 'config, database, HTTP, jobs, live updates, files, refusals; no word of the product',
    knows: [],
  },
  ui: { holds: 'the parts of every screen; no word of the product', knows: ['platform'] },
  testing: {
    holds: 'the town of named people, for tests, the demo and the pictures',
    knows: [
      ...[
        'accounts',
        'schools',
        'agreements',
        'drawing',
        'tickets',
        'rights',
        'configuration',
        'exceptions',
        'knowledge',
        'forum',
        'guide',
        'search',
        'status',
        'reports',
      ],
      ...['privacy', 'sla', 'platform', 'main'],
    ],
  },
  main: {
    holds: 'the entries: the server’s map, the start, a map for each face',
    knows: [
      ...[
        'accounts',
        'schools',
        'agreements',
        'drawing',
        'tickets',
        'rights',
        'configuration',
        'exceptions',
        'knowledge',
        'forum',
        'guide',
        'search',
        'status',
        'reports',
      ],
      ...['privacy', 'sla', 'platform', 'ui', 'testing'],
    ],
  },
};

/** These two put everything together, so they open any file of a house that they know. */
const insiders = ['main', 'testing'];

type Room = 'rules' | 'server' | 'web';

/** Which rooms a room may import from. The rules are pure, so that both sides can have them. */
const opens: Record<Room, readonly Room[]> = {
  rules: ['rules'],
  server: ['rules', 'server'],
  web: ['rules', 'web'],
};

/** What both sides may have of the platform. */
const pure_of_platform = [
  'schemas.ts',
  'limits.ts',
  'once.ts',
  'text/csv.ts',
  'text/difference.ts',
  'text/fold.ts',
  'text/letters.ts',
  'text/lines.ts',
];

/** What the rules may have of others' work: no more than functions of what they are given. */
const pure_packages = /^(zod|@orama\/stemmers\/(english|french))$/;

interface Place {
  house: string;
  room: Room;
  /** The path inside the house. */
  inside: string;
  test: boolean;
}

/** `tickets/rules/ticket.ts` is in the room `rules` of `tickets`; a file right in src/ belongs to `main`. */
function placeOf(path: string): Place {
  const [first = '', ...rest] = path.split('/');
  const house = rest.length === 0 ? 'main' : first;
  const inside = rest.length === 0 ? path : rest.join('/');
  return { house, room: roomOf(house, inside), inside, test: /\.test\.tsx?$/.test(path) };
}

function roomOf(house: string, inside: string): Room {
  if (house === 'ui') return 'web';
  if (house === 'main') return /^main\.(desk|portal|guide|worker)\./.test(inside) ? 'web' : 'server';
  if (house === 'platform') return pure_of_platform.includes(inside) ? 'rules' : 'server';
  return inside.startsWith('rules/') ? 'rules' : inside.startsWith('web/') ? 'web' : 'server';
}

/** Why a file of src/ may not import another, in words; undefined when it may. Both are paths from src/. */
export function objection(from: string, to: string): string | undefined {
  const here = placeOf(from);
  const there = placeOf(to);
  if (here.house === there.house || (here.test && there.house === 'testing'))
    return objectionOfRoom(here, there);
  if (!neighbours[here.house]?.knows.includes(there.house))
    return `${here.house} may not know ${there.house}`;
  return objectionOfRoom(here, there) ?? objectionOfDoor(here, there);
}

function objectionOfRoom(here: Place, there: Place): string | undefined {
  if (here.test || opens[here.room].includes(there.room)) return undefined;
  return `${here.room} may not import ${there.room}`;
}

function objectionOfDoor(here: Place, { house, room, inside }: Place): string | undefined {
  const open = room === 'rules' || ['platform', 'ui'].includes(house) || insiders.includes(here.house);
  const doors = [`${room}/${house}.ts`, `${room}/${house}.tsx`, ...(neighbours[house]?.doors ?? [])];
  return open || doors.includes(inside) ? undefined : `${inside} is no door of ${house}`;
}

/** Why a file may not import a package; undefined when it may. Tests may use any. */
export function objectionToPackage(from: string, name: string): string | undefined {
  const { room, test } = placeOf(from);
  if (test || room === 'server') return undefined;
  if (room === 'rules')
    return pure_packages.test(name) ? undefined : `rules are pure: they have zod and stemmers, not ${name}`;
  const ofServer = /^(node:|pg|fastify|@fastify\/|drizzle-orm|pino|@electric-sql\/)/.test(name);
  return ofServer ? `web may not import ${name}, which is the server’s` : undefined;
}

/** The table as ARCHITECTURE.md has it. */
export function drawNeighbours(): string {
  const rows = Object.entries(neighbours).map(
    ([house, { holds, knows, doors = [] }]) =>
      `| ${house} | ${holds} | ${knows.join(', ') || 'nobody'} | ${doors.map(door => `\`${door}\``).join(', ')} |`,
  );
  return ['| house | holds | may know | further doors |', '|---|---|---|---|', ...rows].join('\n');
}

import { doors, type Door } from '#accounts/rules/doors.ts';
import { configurationTable } from '#platform/config.ts';
import { gate, type Role } from '#schools/rules/gate.ts';
import { courtOf, state_ids, transitions, type Transition } from '#tickets/rules/lifecycle.ts';
import { en } from '#tickets/rules/words/en.ts';
import { drawNeighbours } from './neighbours.ts';

/** What the docs show of the code is drawn from it (npm run docs), between `<!-- name -->` and `<!-- /name -->`. */
export const drawings: Record<string, { file: string; draw: () => string }> = {
  life: { file: 'README.md', draw: drawLife },
  neighbours: { file: 'ARCHITECTURE.md', draw: drawNeighbours },
  gate: { file: 'docs/handbook/gate.md', draw: drawGate },
  configuration: { file: 'docs/running/configuration.md', draw: drawConfiguration },
};

/** Puts a drawing between its markers. Throws when the text has no such markers. */
export function placed(text: string, name: string, drawing: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`the markers ${open} and ${close} are missing`);
  return `${text.slice(0, start)}${open}\n\n${drawing}\n\n${text.slice(end)}`;
}

/** The states and moves of the life cycle as a diagram of Mermaid. */
function drawLife(): string {
  const states = state_ids.map(id => {
    const court = courtOf(id);
    return `state "${en.states[id]}${court ? ` · ${en.courts[court].replace(/^The/, 'the')}` : ''}" as ${id}`;
  });
  const arrows = transitions.map((row: Transition) => `${row.from} --> ${row.to}: ${row.move}${timeOf(row)}`);
  const ends = state_ids.filter(id => courtOf(id) === null).map(id => `${id} --> [*]`);
  const lines = [
    'stateDiagram-v2',
    ...[...states, '[*] --> new', ...arrows, ...ends].map(line => `  ${line}`),
  ];
  return ['```mermaid', ...lines, '```'].join('\n');
}

function timeOf({ by, after, within }: Transition): string {
  const or = by.some(mover => mover !== 'system') ? 'or ' : '';
  if (after === 'planned_date') return ` (${or}on the planned date)`;
  if (after) return ` (${or}after ${after.school_days} school days)`;
  return within ? ` (within ${within.school_days} school days)` : '';
}

const door_names: Record<Door, string> = {
  gate_page: 'the gate page: what is missing, who can supply it',
  sign_in: 'the portal',
  ordinary_work: 'an ordinary ticket',
  startup_question: 'a start-up question',
  act_on_tickets: 'writing on the school’s tickets',
  read_tickets: 'reading the school’s tickets',
  read_knowledge: 'what is written for schools (public pages are open to all)',
  forum: 'the forum',
  propose_level2: 'a ticket goes to Level 2',
  privacy_incident: 'a privacy incident',
  notices: 'notices',
  connectivity_check: 'the connectivity check',
  print_check: 'printing it',
  locked_out: 'a lead or security contact who is locked out asks for help',
};

/** The gate's table: for each door and standing, to whom of those who may come to it it is open. */
function drawGate(): string {
  const standings = [
    { trained: false, stage1: false, suspended: false },
    { trained: true, stage1: false, suspended: false },
    { trained: false, stage1: true, suspended: false },
    { trained: true, stage1: true, suspended: false },
    { trained: true, stage1: true, suspended: true },
  ];
  const asking: Record<string, readonly Role[]> = {
    school: ['lead', 'security_contact', 'member'],
    agent: ['agent'],
    coordinator: ['coordinator'],
  };
  const opened = new Set<Door>(['ordinary_work', 'startup_question', 'propose_level2']);
  const rows = doors.map(door => {
    const cells = standings.map(standing => {
      const open = (who: string) => asking[who]!.some(role => gate(standing, role, door).open);
      // The desk's own work is not gated: it is asked only where it acts for a school.
      const those = ['school', ...(opened.has(door) ? ['agent', 'coordinator'] : [])].filter(open);
      return those.join(', ') || '–';
    });
    return `| ${door_names[door]} | ${cells.join(' | ')} |`;
  });
  const heads = ['neither', 'trained', 'in Stage 1', 'both', 'both, suspended'];
  return [`| door | ${heads.join(' | ')} |`, `|---|${heads.map(() => '---|').join('')}`, ...rows].join('\n');
}

function drawConfiguration(): string {
  const rows = configurationTable().map(
    ({ name, preset, says }) => `| \`${name}\` | ${preset && `\`${preset}\``} | ${says} |`,
  );
  return ['| variable | preset | what it is for |', '|---|---|---|', ...rows].join('\n');
}

interface OpenApi {
  paths: Record<string, Record<string, { summary?: string; tags?: string[] }>>;
}

/** The routes of the API by their tag, from its own description. */
export function drawRoutes({ paths }: OpenApi): string {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary = '', tags = [] }]) => ({
      tag: tags[0] ?? 'others',
      path,
      method,
      summary,
    })),
  );
  const tags = [...new Set(routes.map(route => route.tag))].sort();
  return tags
    .map(tag => {
      const rows = routes
        .filter(route => route.tag === tag)
        .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
        .map(({ path, method, summary }) => `| \`${method.toUpperCase()} ${path}\` | ${summary} |`);
      return [
        `## ${tag[0]!.toUpperCase()}${tag.slice(1)}`,
        '',
        '| route | what it does |',
        '|---|---|',
        ...rows,
      ].join('\n');
    })
    .join('\n\n');
}

import type { Lang } from '#platform/schemas.ts';
import { moment } from '#sla/rules/moments.ts';
import type { Category } from '#tickets/rules/categories.ts';
import { courtOf, type State } from '#tickets/rules/lifecycle.ts';
import type { ColumnName } from '#tickets/rules/lists/order.ts';
import type { Priority } from '#tickets/rules/priority.ts';
import { en as tickets_en } from '#tickets/rules/words/en.ts';
import { fr as tickets_fr } from '#tickets/rules/words/fr.ts';
import { csv_begin, csvLine, type Cell } from '#platform/text/csv.ts';
import { en } from '../words/en.ts';
import { fr } from '../words/fr.ts';
import type { Format } from './export.ts';

/** A ticket as an export holds it. */
export interface ListedTicket {
  number: number;
  subject: string;
  state: State;
  category: Category;
  priority: Priority;
  school: string;
  school_code: string;
  requester: string;
  assignee: string | null;
  team: string | null;
  tags: string[];
  opened_at: Date;
  last_activity_at: Date;
  due_at: Date | null;
  planned_for: string | null;
  minutes: number;
  level2_reference: string | null;
}

interface Reader {
  zone: string;
  lang: Lang;
}

/** One cell: its name in JSON, its head in CSV, and the value in both: ids for programs, words for people. */
interface Field {
  name: string;
  head: string;
  json: Exclude<Cell, undefined>;
  csv?: Cell;
}

/** What a column holds. A time is an instant in UTC and, beside it, the words in the reader's zone. */
function fieldsOf(column: ColumnName, ticket: ListedTicket, reader: Reader): Field[] {
  const { columns, in_words, school_code } = { en, fr }[reader.lang];
  const called = { en: tickets_en, fr: tickets_fr }[reader.lang];
  const head = columns[column];
  const plain = (json: Field['json'], csv?: Cell): Field[] => [
    { name: column, head, json, ...(csv !== undefined && { csv }) },
  ];
  const time = (at: Date | null): Field[] => {
    const exact = at && moment(at, { now: at, ...reader }).exact;
    return [
      { name: column, head, json: at?.toISOString() ?? null },
      { name: `${column}_words`, head: in_words(head), json: exact },
    ];
  };
  const court = courtOf(ticket.state);
  switch (column) {
    case 'state':
      return plain(ticket.state, called.states[ticket.state]);
    case 'court':
      return plain(court, court ? called.courts[court] : '');
    case 'category':
      return plain(ticket.category, called.categories[ticket.category]);
    case 'school':
      return [{ name: 'school_code', head: school_code, json: ticket.school_code }, ...plain(ticket.school)];
    case 'opened':
      return time(ticket.opened_at);
    case 'activity':
      return time(ticket.last_activity_at);
    case 'due':
      return time(ticket.due_at);
    case 'tags':
      return plain(ticket.tags.join(', '));
    case 'planned':
      return plain(ticket.planned_for);
    default:
      return plain(ticket[column]);
  }
}

/** What a file of this format consists of: what stands first, each ticket, what stands last. */
export interface Writing {
  begin: string;
  ticket: (ticket: ListedTicket, index: number) => string;
  end: string;
}

const nobody: ListedTicket = {
  ...{
    number: 0,
    subject: '',
    state: 'new',
    category: 'training_howto',
    priority: 'P4',
    school: '',
    school_code: '',
  },
  ...{
    requester: '',
    assignee: null,
    team: null,
    tags: [],
    opened_at: new Date(0),
    last_activity_at: new Date(0),
    due_at: null,
  },
  ...{ planned_for: null, minutes: 0, level2_reference: null },
};

/** How tickets are written in a format, in these columns, for this reader. Text stays text: no HTML, no formula. */
export function writingOf(format: Format, columns: readonly ColumnName[], reader: Reader): Writing {
  const fields = (ticket: ListedTicket) => columns.flatMap(column => fieldsOf(column, ticket, reader));
  if (format === 'csv')
    return {
      begin: csv_begin + csvLine(fields(nobody).map(({ head }) => head)),
      ticket: ticket => csvLine(fields(ticket).map(({ csv, json }) => csv ?? json)),
      end: '',
    };
  return {
    begin: '[',
    ticket: (ticket, index) =>
      `${index === 0 ? '\n' : ',\n'}${JSON.stringify(
        Object.fromEntries(fields(ticket).map(({ name, json }) => [name, json])),
      )}`,
    end: '\n]\n',
  };
}

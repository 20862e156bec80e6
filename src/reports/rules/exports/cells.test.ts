import { expect, test } from 'vitest';
import { columns } from '#tickets/rules/lists/order.ts';
import { writingOf, type ListedTicket } from './cells.ts';

const ticket: ListedTicket = {
  number: 1001,
  subject: '=HYPERLINK("x") <b>report</b>, cards',
  state: 'waiting_school',
  category: 'report_cards',
  priority: 'P2',
  school: 'Alder Academy',
  school_code: 'ALDER',
  requester: 'Maria Santos',
  assignee: null,
  team: null,
  tags: ['toner'],
  opened_at: new Date('2026-11-23T17:00:00Z'),
  last_activity_at: new Date('2026-11-23T18:30:00Z'),
  due_at: new Date('2026-11-23T19:00:00Z'),
  planned_for: null,
  minutes: 35,
  level2_reference: null,
};

const whole = (format: 'csv' | 'json', lang: 'en' | 'fr', tickets = [ticket, ticket]) => {
  const { begin, ticket: one, end } = writingOf(format, columns, { zone: 'America/Vancouver', lang });
  return begin + tickets.map(one).join('') + end;
};

test('CSV says it in the words of its reader, with the instant in UTC beside the time as she reads it', () => {
  const [head, line] = whole('csv', 'en').slice(1).split('\r\n');
  expect(head).toBe(
    'Number,State,Subject,School code,School,Asked by,Assignee,Team,Category,Priority,Next deadline,"Next deadline, in words",Tags,Whose turn,Opened,"Opened, in words",' +
      'Last activity,"Last activity, in words",Planned for,Minutes,Level 2’s number',
  );
  expect(line).toBe(
    `1001,Waiting for the school,"'=HYPERLINK(""x"") <b>report</b>, cards",ALDER,Alder Academy,Maria Santos,,,` +
      `Marks and report cards,P2,2026-11-23T19:00:00.000Z,"Monday 23 November 2026, 12:00 Pacific time",toner,The school’s turn,2026-11-23T17:00:00.000Z,"Monday 23 November 2026, 10:00 Pacific time",` +
      `2026-11-23T18:30:00.000Z,"Monday 23 November 2026, 11:30 Pacific time",,35,`,
  );
  expect(whole('csv', 'fr')).toContain('lundi 23 novembre 2026');
});

test('JSON is one array of objects by our own names, a ticket on each line, and none is an empty array', () => {
  const [one, other] = JSON.parse(whole('json', 'en'));
  expect(other).toEqual(one);
  expect(one).toMatchObject({
    number: 1001,
    state: 'waiting_school',
    court: 'school',
    category: 'report_cards',
    school_code: 'ALDER',
    assignee: null,
    subject: ticket.subject,
    opened: '2026-11-23T17:00:00.000Z',
    minutes: 35,
  });
  expect(whole('json', 'en').trim().split('\n')).toHaveLength(4);
  expect(JSON.parse(whole('json', 'fr', []))).toEqual([]);
});

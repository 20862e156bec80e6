import { readId, saidId } from './names.ts';

/**
 * A ticket as a short text: readable, so that it can be read out or typed into a message, and read back at the desk. Its
 * first four lines say which slip it is, for whom, since when and what about, with a check of them.
 */
export interface Paper {
  id: string;
  person: { id: number; name: string };
  /** The school's code. */
  school: string;
  /** To the minute. */
  written: string;
  category: string;
  impact: string;
  urgency: string;
  subject: string;
  text: string;
}

const sign = 'FIRSTLINE';
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Two letters of what must not be misread; the words themselves a person reads over. */
function checkOf({
  id,
  person,
  school,
  written,
  category,
  impact,
  urgency,
}: Omit<Paper, 'subject' | 'text'>): string {
  const told = [id, person.id, school, written, category, impact, urgency].join('|');
  let sum = 7;
  for (const letter of told) sum = (sum * 31 + letter.codePointAt(0)!) % 1021;
  return letters[sum >> 5]! + letters[sum & 31]!;
}

const minute = (at: string) => `${at.slice(0, 16)}Z`;

export function paperOf(given: Paper): string {
  const paper = { ...given, written: minute(given.written) };
  const { id, person, school, written, category, impact, urgency, subject, text } = paper;
  return [
    `${sign} ${saidId(id)} ${checkOf(paper)}`,
    `${person.name} #${person.id}, ${school}`,
    `${written.slice(0, 10)} ${written.slice(11, 16)} UTC`,
    [category, impact, urgency].join(', '),
    subject,
    '',
    text,
  ].join('\n');
}

/** Reads it back: `none`, it is no such text; `misread`, its first lines do not agree with their check. */
export function readPaper(typed: string): Paper | 'none' | 'misread' {
  const lines = typed.replace(/\r/g, '').trim().split('\n');
  const [head = '', whom = '', when = '', about = '', subject = ''] = lines.map(line => line.trim());
  const headed = new RegExp(`^${sign}\\s+(.+?)\\s+(\\w{2})$`, 'i').exec(head);
  if (!headed) return 'none';
  const id = readId(headed[1]!);
  const named = /^(.*?)\s*#\s*(\d+)\s*,\s*(\S+)$/.exec(whom);
  const dated = /^(\d{4}-\d{2}-\d{2})\s+(\d{2}:\d{2})/.exec(when);
  const [category = '', impact = '', urgency = ''] = about.split(/[\s,]+/);
  if (!id || !named || !dated) return 'misread';
  const person = { id: Number(named[2]), name: named[1]! };
  const written = `${dated[1]}T${dated[2]}Z`;
  const paper = { id, person, school: named[3]!, written, category, impact, urgency };
  const check = headed[2]!.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  if (check !== checkOf(paper)) return 'misread';
  return {
    ...paper,
    written: `${written.slice(0, -1)}:00Z`,
    subject,
    text: lines.slice(5).join('\n').trim(),
  };
}

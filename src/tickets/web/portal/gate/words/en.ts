/** The words of the gate page. */
export const en = {
  shut: (school: string) => `${school} is not open yet`,
  suspended: (school: string) => `${school} is suspended`,
  facts: 'What opens it',
  done: 'Done',
  missing: 'Still missing',
  trained: 'First week of training',
  stage1: 'Stage 1',
  not_suspended: 'No suspension',
  who: 'Who can see to it',
  by: (name: string, role: string) => `${name}, ${role}`,
  now: 'What you can do now',
  ask: 'Ask a start-up question',
  ask_hint: 'About your start, training dates and first steps. Other tickets open later.',
  read: 'Read your school’s tickets',
  emergency: 'Emergency',
  privacy: 'Report a privacy incident',
  locked_out: 'Locked out? Lead or security contact asks for help',
  always: 'This is open at any time.',
};
export type GateWords = typeof en;

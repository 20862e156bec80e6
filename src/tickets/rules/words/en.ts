import type { Category, PortalCard } from '../categories.ts';
import type { Court, Move, Requirement, ResolutionCode, State } from '../lifecycle.ts';
import type { Extent } from '#sla/rules/targets.ts';
import type { Impact, Priority, Urgency } from '../priority.ts';

/** What each id of the ticket's rules is called on a screen, in a story, in print. */
export interface TicketWords {
  states: Record<State, string>;
  states_for_school: Record<State, string>;
  courts: Record<Court, string>;
  categories: Record<Category, string>;
  impacts: Record<Impact, string>;
  urgencies: Record<Urgency, string>;
  extents: Record<Extent, string>;
  priorities: Record<Priority, string>;
  moves: Record<Move, string>;
  requirements: Record<Requirement | 'level2_reference', string>;
  resolution_codes: Record<ResolutionCode, string>;
  cards: Record<PortalCard, string>;
}

export const en: TicketWords = {
  states: {
    new: 'New',
    in_progress: 'In progress',
    waiting_school: 'Waiting for the school',
    waiting_l2: 'With Level 2',
    scheduled: 'Planned',
    resolved: 'Solved, please confirm',
    closed: 'Closed',
    cancelled: 'Withdrawn or merged',
  },
  states_for_school: {
    new: 'With us',
    in_progress: 'With us',
    waiting_school: 'With you',
    waiting_l2: 'With the ministry’s desk',
    scheduled: 'Planned',
    resolved: 'Solved, tell us if not',
    closed: 'Closed',
    cancelled: 'Withdrawn',
  },
  courts: { desk: 'The desk’s turn', school: 'The school’s turn', level2: 'Level 2’s turn' },
  categories: {
    login_access: 'Sign-in, password, account',
    security_role: 'Rights: school, class or screen missing',
    connectivity: 'Cannot reach the system',
    browser_workstation: 'Browser or computer',
    performance: 'Slow or thrown out',
    sis_outage: 'System down',
    sis_error: 'Error in the system',
    attendance: 'Attendance',
    report_cards: 'Marks and report cards',
    transcripts_trax: 'Transcripts and TRAX files',
    pen: 'PEN requests and duplicates',
    data_1701: '1701 data collection',
    scheduling: 'Timetable, courses, scheduling',
    demographics_enrolment: 'Admission, withdrawal, transfer, cross-enrolment',
    printing_reports: 'Printing and reports',
    configuration: 'School or district settings',
    data_import: 'Data conversion and import',
    training_howto: 'How do I ...',
    year_end: 'Year-end roll-over',
    onboarding: 'Start-up and training dates',
    billing_fees: 'Fees and cost sharing',
    helpdesk_itself: 'The help desk software',
    privacy_incident: 'Privacy incident',
    exception_request: 'Exception asked',
  },
  impacts: {
    one_person: 'Only me',
    one_office_or_class: 'Our office or one class',
    one_school: 'The whole school',
    all_schools: 'Other schools too',
  },
  urgencies: {
    low: 'It can wait a week',
    normal: 'This week would be good',
    high: 'Today, or a report card or ministry date is near',
    critical: 'We cannot work at all',
  },
  extents: { whole: 'An answer and a solution', answer: 'An answer: the work is the school’s' },
  priorities: { P1: 'P1, at once', P2: 'P2, today', P3: 'P3, this week', P4: 'P4, when its turn comes' },
  moves: {
    take: 'Take',
    withdraw: 'Withdraw',
    ask_school: 'Ask the school',
    answer: 'Answer',
    escalate: 'Escalate to Level 2',
    level2_answered: 'Level 2 answered',
    resolve: 'Solve',
    plan: 'Plan for a date',
    resume: 'Go on now',
    close_unanswered: 'Close without an answer',
    confirm: 'Confirm that it is solved',
    not_solved: 'Not solved',
    reopen: 'Reopen',
    void: 'Entered in error',
    propose_escalation: 'Propose for Level 2',
    restore: 'Bring back',
    pass: 'Pass to our technician',
    send_up: 'Send it up to the desk',
    solve_at_school: 'Solved at the school',
  },
  requirements: {
    question: 'The question to the school',
    reply: 'The answer',
    pack: 'What Level 2 must know: steps, screen, time',
    note: 'What Level 2 said',
    resolution_code: 'How it was solved',
    answer: 'The answer in plain words',
    minutes: 'Minutes spent',
    date: 'The date',
    school_agreed: 'The school agrees to this date',
    reason: 'The reason',
    level2_reference: 'Level 2’s reference number',
  },
  resolution_codes: {
    solved_l1: 'Solved by the desk',
    solved_l2: 'Solved by Level 2',
    solved_by_school: 'Solved by the school',
    advice_school_responsibility: 'Advice: the school’s responsibility',
    exception_helped: 'Helped as an exception',
    known_problem_fixed: 'Known problem, fixed',
    duplicate_merged: 'Duplicate, merged',
    withdrawn: 'Withdrawn',
    no_answer_from_school: 'No answer from the school',
    not_reproducible: 'Could not be reproduced',
    wont_fix_l2: 'Level 2 will not fix it',
    entered_in_error: 'Entered in error',
  },
  cards: {
    cant_connect: 'Can’t connect',
    password_access: 'Password and access',
    marks: 'Marks and report cards',
    attendance: 'Attendance',
    enrolment: 'Students and enrolment',
    timetable: 'Timetable',
    settings: 'Settings',
    something_else: 'Something else',
  },
};

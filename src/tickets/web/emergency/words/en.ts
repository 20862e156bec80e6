/** The words of the emergency door. */
export const en = {
  title: 'Emergency',
  lead: 'Open to everybody, at any time, without a sign-in. The desk calls you back.',
  kind: 'What is it?',
  kinds: {
    privacy_incident: 'A privacy incident',
    locked_out: 'I am locked out',
  },
  kind_hints: {
    privacy_incident: 'Personal information was seen, sent or lost by mistake.',
    locked_out: 'You are the lead or the security contact of a school and cannot sign in.',
  },
  no_names: 'Write no names or numbers of students. We ask for them when we call.',
  no_access: 'This asks for help. It gives nobody access by itself.',
  what: 'What happened?',
  when: 'When?',
  when_hint: 'As well as you know: this morning, since Monday.',
  seen_by: 'Who saw it, or may have?',
  seen_by_hint: 'One family, a class, nobody yet. No names of students.',
  role: 'What are you at the school?',
  roles: { lead: 'Lead (principal)', security_contact: 'Security contact' },
  school: 'Your school',
  school_hint: 'Its name or its code.',
  caller: 'Your name',
  call_back: 'Where do we call you back?',
  call_back_hint: 'A telephone number, and when you can be reached.',
  send: 'Send to the desk',
  sent: 'It has arrived',
  receipt: 'Your receipt',
  receipt_hint: 'Say this number when you call about it.',
  back: 'To the sign-in page',
};
export type EmergencyWords = typeof en;

/** The words of the forms on the group's names and on its desk's time. */
export const en = {
  title: 'The group',
  lead: 'What schools call the group and the system that it supports, and when its desk works.',
  save: 'Save',
  names: {
    title: 'Names',
    name: 'Name of the group',
    name_hint:
      'At the head of what schools see: sign-in, their pages, letters, certificates. At most 60 characters.',
    system: 'Name of the system that it supports',
    system_hint: 'Such as BCeSIS. Schools read “Help with …”. At most 60 characters.',
    saved: 'The names are saved.',
  },
  numbers: {
    title: 'Emergency numbers',
    lead: 'Whom one calls when nothing else goes. Everybody reads them on the emergency page, also without a sign-in and without a line.',
    none: 'No number is said yet.',
    one: (place: number) => `Number ${place}`,
    says_en: (place: number) => `For what, and when (English, ${place})`,
    says_fr: (place: number) => `For what, and when (French, ${place})`,
    number: (place: number) => `Telephone (${place})`,
    add: 'Add a number',
    remove: 'Remove',
    remove_what: (place: number) => `Remove number ${place}`,
    saved: 'The emergency numbers are saved.',
  },
  time: {
    title: 'Zone and hours of the desk',
    zone: 'Time zone',
    hint: 'First answers are measured in these hours, and what was put away comes back as the desk opens. Statutory holidays are closed by themselves. 0:00 as an end is midnight.',
    effect:
      'A change holds from now on. What was measured until now stays; a ticket that waits is counted by the old hours until now and by the new ones after.',
    usual: 'Monday to Friday, 8:00 to 16:00',
    from: 'from',
    until: 'until',
    at: (day: string, which: string, place: number) => `${day}, ${which} ${place}`,
    add_stretch: (day: string) => `${day}: add a stretch`,
    remove_stretch: (day: string, place: number) => `${day}: remove stretch ${place}`,
    saved: (words: string) => `The desk works ${words}.`,
    said_by: (name: string, when: string) => `Said by ${name}, ${when}.`,
    not_said: 'As every installation begins. Save to say that it is right.',
    before: 'What held before',
    until_when: (when: string) => `until ${when}`,
  },
  calendar: 'Calendar of the desk',
  calendar_lead:
    'Days on which the desk is closed or open at other hours. Promises and snoozed tickets follow. A day can be told or taken back until it is over; today counts from this moment.',
  meanwhile: 'Somebody has changed it meanwhile to:',
  meanwhile_hint: 'What you wrote is still here. Save again to put it in place of that.',
  look_only: 'A coordinator or an administrator changes this.',
};
export type IgroupWords = typeof en;

/** The words of a message that is edited, for both faces. */
export const en = {
  edit: 'Edit',
  edit_last: 'Edit my last message',
  written: 'written',
  sent: 'sent',
  edited: 'edited',
  see: 'see what it was',
  was_until: 'Until',
  label: 'Edit the message',
  save: 'Save the change',
  cancel: 'Cancel',
  saved: 'Edited. What it said before is kept.',
  first_write: 'Please write something first.',
};

export type MessageWords = typeof en;

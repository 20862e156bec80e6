/** The words of tags: beside a ticket, and where the coordinator keeps them in order. */
export const en = {
  title: 'Tags',
  none: 'No tag yet.',
  add: 'Tag it',
  remove: (name: string) => `Take off the tag ${name}`,
  changed: 'Tags changed',
  find: (name: string) => `All tickets with the tag ${name}`,

  page: {
    title: 'Tags',
    lead: 'Words that the desk puts on tickets. No school sees them. A tag is made by putting it on a ticket (t).',
    empty: 'No tag has been made yet. Open a ticket and press t.',
    search: 'Find a tag',
    none_found: 'No tag is called so.',
    on: (open: number, all: number) =>
      all === 0 ? 'on no ticket' : `on ${all} ${all === 1 ? 'ticket' : 'tickets'}, ${open} open`,
    merged: 'also called',
    apart: (name: string) => `Make ${name} a tag of its own again`,
    rename: 'Rename',
    merge: 'Merge',
    delete: 'Delete',
    rename_named: (name: string) => `Rename the tag ${name}`,
    merge_named: (name: string) => `Merge the tag ${name} into another`,
    delete_named: (name: string) => `Delete the tag ${name}`,
    name: 'Name',
    into: 'Into which tag?',
    merge_hint:
      'Every ticket with this tag is then found under the other. Nothing is lost: they can be taken apart.',
    cancel: 'Cancel',
    undo: 'Undo',
    renamed: (name: string) => `The tag is called ${name} now.`,
    merged_now: (name: string, into: string) => `${name} is read as ${into} now.`,
    apart_now: (name: string) => `${name} is a tag of its own again.`,
    deleted: (name: string) => `The tag ${name} is deleted.`,
    restored: (name: string) => `The tag ${name} is back.`,
  },
};
export type TagWords = typeof en;

/** How the desk's list may be ordered, parted and shown. Knows no library, so that the screens have it too. */

/**
 * What a list is sorted by, each in its own sense: newest first for times and numbers, the next deadline first, the order of the life cycle
 * for states, P1 first, A to Z for names. A leading `-` turns it round.
 */
export const sorts = [
  'activity',
  'due',
  'opened',
  'number',
  'priority',
  'state',
  'school',
  'assignee',
  'team',
  'requester',
  'category',
  'subject',
] as const;
export type SortName = (typeof sorts)[number];
export type Sort = SortName | `-${SortName}`;
export const turned_sorts: readonly Sort[] = [...sorts, ...sorts.map(name => `-${name}` as const)];

/** The sorts whose own sense is downwards: the greatest first. */
export const downward_sorts: readonly SortName[] = ['activity', 'opened', 'number'];

export const groups = ['state', 'court', 'school', 'assignee', 'team', 'category', 'priority'] as const;
export type Group = (typeof groups)[number];

/** The columns of the full table, in their order. */
export const columns = [
  'number',
  'state',
  'subject',
  'school',
  'requester',
  'assignee',
  'team',
  'category',
  'priority',
  'due',
  'tags',
  'court',
  'opened',
  'activity',
  'planned',
  'minutes',
  'level2_reference',
] as const;
export type ColumnName = (typeof columns)[number];

/** The views that every desk has: each is a set of filters, so its count is that of its list. */
export const built_in_views = [
  { id: 'mine', query: { assignee: 'me', snoozed: 'none' } },
  { id: 'unassigned', query: { assignee: 'none' } },
  { id: 'my_teams', query: { assignee: 'none', team: 'mine' } },
  { id: 'about_late', query: { due: 'late,soon', sort: 'due' } },
  { id: 'due_today', query: { due: 'late,today', sort: 'due' } },
  { id: 'desk', query: { court: 'desk' } },
  { id: 'waiting_school', query: { state: 'waiting_school' } },
  { id: 'level2', query: { court: 'level2' } },
  { id: 'planned', query: { state: 'scheduled' } },
  { id: 'snoozed', query: { snoozed: 'me' } },
  { id: 'followed', query: { state: 'all', followed: 'me' } },
  // For those alone who see tickets about rights.
  { id: 'rights', query: { request: 'rights', request_state: 'undecided,late' } },
  { id: 'today', query: { state: 'all', opened: 'today' } },
  { id: 'solved', query: { state: 'resolved' } },
  { id: 'open', query: {} },
  { id: 'ended', query: { state: 'ended' } },
] as const satisfies readonly { id: string; query: Record<string, string> }[];
export type BuiltInView = (typeof built_in_views)[number]['id'];

/** The built-in views that a person has. */
export const viewsOf = (sees_rights: boolean) =>
  built_in_views.filter(({ id }) => id !== 'rights' || sees_rights);

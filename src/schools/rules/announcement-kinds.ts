/** A known problem, a planned closing of the system or the desk, anything else that is new. Plain, for the screens. */
export const announcement_kinds = ['known_problem', 'closed', 'news'] as const;
export type AnnouncementKind = (typeof announcement_kinds)[number];

/**
 * A closing of the system or the desk, or anything else that is new. What does not work is a notice (the house `status`).
 * Plain, for the screens.
 */
export const announcement_kinds = ['closed', 'news'] as const;
export type AnnouncementKind = (typeof announcement_kinds)[number];

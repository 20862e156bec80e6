/** Where a task stands on its person's list, in this order. Knows no library: the screens ask it too. */
export const task_times = ['overdue', 'today', 'later', 'some_day'] as const;
export type TaskTime = (typeof task_times)[number];

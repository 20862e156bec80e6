/** The addresses of the reports' pages; loaded with the desk's map, so it knows nothing else. */

type Given = Record<string, unknown>;

const texts = (given: Given, names: readonly string[] = Object.keys(given)): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const name of names) if (typeof given[name] === 'string' && given[name]) found[name] = given[name];
  return found;
};

/** As the dashboard's server takes it. */
export type DashboardSearch = { [name in 'period' | 'school' | 'category' | 'assignee']?: string };

export const readDashboardSearch = (given: Given): DashboardSearch =>
  texts(given, ['period', 'school', 'category', 'assignee']);

/** A list's address, and what the list is called; or whose statement it is. */
export type ExportSearch = Record<string, string | undefined>;

export const readExportSearch = (given: Given): ExportSearch => texts(given);

/** The address of the audit log; loaded with the desk's map, so it knows nothing else. */

export const audit_filters = ['about', 'person', 'school', 'ticket', 'from', 'until'] as const;
export type AuditSearch = { [name in (typeof audit_filters)[number]]?: string };

/** As the server takes it. */
export function readAuditSearch(given: Record<string, unknown>): AuditSearch {
  const found: AuditSearch = {};
  for (const name of audit_filters) if (given[name]) found[name] = String(given[name] as string | number);
  return found;
}

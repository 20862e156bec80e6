/** The address of the log at the desk; loaded with the desk's map, so it knows nothing else. */

export const configuration_filters = ['q', 'area', 'school', 'wave', 'state', 'from', 'until'] as const;
export type ConfigurationSearch = { [name in (typeof configuration_filters)[number]]?: string };

/** As the server takes it. */
export function readConfigurationSearch(given: Record<string, unknown>): ConfigurationSearch {
  const found: ConfigurationSearch = {};
  for (const name of configuration_filters)
    if (given[name]) found[name] = String(given[name] as string | number);
  return found;
}

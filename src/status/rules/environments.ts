/** What those who have a problem work with: browser and system together, and how many computers, the most frequent first. */
export function environmentsOf(
  all: readonly { browser: string | null; system: string | null; computers: number | null }[],
): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { browser, system, computers } of all) {
    const name = [browser, system].filter(Boolean).join(', ');
    if (name) counts.set(name, (counts.get(name) ?? 0) + (computers ?? 1));
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
}

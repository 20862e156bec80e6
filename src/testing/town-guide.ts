import { guide_versions, network_lists } from '#guide/server/tables.ts';
import type { Database } from '#platform/db/database.ts';
import { firstGuide } from '#guide/rules/first/first.ts';
import { setGuide } from './set-guide.ts';
import type { Actors } from './town.ts';

/** The guide as it came, and as Nadia has said what its system's address and the desk's number are. */
export async function guideTown({ owner }: Database, actors: Actors, now: Date): Promise<void> {
  const days_ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await owner.insert(guide_versions).values([
    {
      ...{ version: 1, guide: firstGuide(), why: 'As Firstline came.' },
      ...{ published_at: days_ago(300), published_by: null },
    },
    {
      ...{ version: 2, guide: setGuide(), why: 'Our system’s address, and our number.' },
      ...{ published_at: days_ago(90), published_by: actors['Nadia Petrov'].person_id },
    },
  ]);
  const entry = (host: string, en: string, fr: string) => ({
    ...{ host, port: 443, protocol: 'tcp' as const, direction: 'out' as const, purpose: { en, fr } },
  });
  const pages = entry('sis.town.example', 'Sign-in and pages', 'Ouverture de session et pages');
  const reports = entry('reports.town.example', 'Reports and report cards', 'Rapports et bulletins');
  const files = entry('files.town.example', 'Files of report cards', 'Fichiers des bulletins');
  const day = (ahead: number) => days_ago(-ahead).toISOString().slice(0, 10);
  const by = { published_by: actors['Nadia Petrov'].person_id };
  await owner.insert(network_lists).values([
    {
      ...{ version: 1, entries: [pages, reports], why: 'Reports have a host of their own.', ...by },
      ...{ holds_from: day(-60), published_at: days_ago(75) },
    },
    {
      ...{
        version: 2,
        entries: [pages, reports, files],
        why: 'Report cards are fetched from a host of their own.',
        ...by,
      },
      ...{ holds_from: day(12), published_at: days_ago(0.1) },
    },
  ]);
}

import type { Drawn } from '#drawing/rules/drawn.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { NotYet, useGet } from '#ui/ui.ts';
import { Chart } from './Chart.tsx';
import { useChartWords } from './words/use-words.ts';

/** How a ticket is resolved, at the desk; `?at=` names the box that is marked. */
export function ProcessPage() {
  const words = useChartWords();
  const { data, problem, reload } = useGet<Drawn>('/api/documents/helpdesk-process');
  const here = new URLSearchParams(location.search).get('at') ?? undefined;
  return (
    <WorkPage title={data?.title ?? words.process} lead={data?.lead}>
      {!data && <NotYet asked={{ data, error: problem, refetch: reload }} lines={12} />}
      {data && <Chart key={data.title} name="helpdesk-process" drawn={data} here={here} />}
    </WorkPage>
  );
}

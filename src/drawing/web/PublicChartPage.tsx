import { ForEverybody } from '#accounts/web/accounts.tsx';
import type { Drawn } from '#drawing/rules/drawn.ts';
import { PageHeading, useRoute } from '#ui/route/router.tsx';
import { NotYet, useGet } from '#ui/ui.ts';
import { Chart } from './Chart.tsx';
import { useChartWords } from './words/use-words.ts';

/** A chart for everybody, without sign-in; `?at=` names the box that is marked. */
export function PublicChartPage({ name }: { name: string }) {
  const words = useChartWords();
  const { data, problem, reload } = useGet<Drawn>(`/api/documents/${name}`);
  const here = useRoute().query.get('at') ?? undefined;
  return (
    <ForEverybody name="wide" home="/" way={{ to: '/', says: words.in }}>
      {!data && <NotYet asked={{ data, error: problem, refetch: reload }} lines={12} />}
      {data && (
        <>
          <PageHeading title={data.title} />
          <p className="second">{data.lead}</p>
          <Chart key={data.title} name={name} drawn={data} here={here} />
        </>
      )}
    </ForEverybody>
  );
}

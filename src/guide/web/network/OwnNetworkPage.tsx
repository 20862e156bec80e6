import { useEffect } from 'react';
import type { Network } from '#guide/rules/network/network.ts';
import { PageHeading } from '#ui/route/router.tsx';
import { api, Button, Notice, Problem, ProgressLine, Skeleton, useGet, useLive } from '#ui/ui.ts';
import { NetworkShown } from './NetworkShown.tsx';
import { useNetworkWords } from './words.ts';

/** For whoever runs the school's firewall: what it must let through, to copy and to print. */
export function OwnNetworkPage() {
  const words = useNetworkWords();
  const { data, problem, loading, reload } = useGet<Network>('/api/network');
  useLive(
    () => {},
    first => !first && reload(),
    ({ kind }) => kind === 'network' && reload(),
  );
  useLooked(data !== undefined);
  return (
    <div className="page network-page">
      <ProgressLine when={loading} />
      <header>
        <PageHeading title={words.title} tab={words.title} />
        <Button small icon="print" onClick={() => window.print()}>
          {words.print}
        </Button>
      </header>
      <p className="second">{words.lead}</p>
      {problem && !data && (
        <Notice tone="bad" title={words.failed}>
          <p>{problem.detail}</p>
          <Button small onClick={reload}>
            {words.again}
          </Button>
        </Notice>
      )}
      {!data && !problem && <Skeleton lines={6} />}
      {data && <NetworkShown network={data} />}
    </div>
  );
}

/** Once the page is there, what was told until now is new to her no more. */
function useLooked(there: boolean): void {
  useEffect(() => {
    if (there)
      void api.put('/api/network/look', {}).catch((error: unknown) => {
        // A line that broke is said by the frame.
        if (!(error instanceof Problem)) throw error;
      });
  }, [there]);
}

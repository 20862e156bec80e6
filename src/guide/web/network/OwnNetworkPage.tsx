import type { Network } from '#guide/rules/network/network.ts';
import { useLooked } from '#ui/net/use-looked.ts';
import { PageHeading } from '#ui/route/router.tsx';
import { Button, NotYet, ProgressLine, useGet, useLive } from '#ui/ui.ts';
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
  useLooked('/api/network/look', data !== undefined);
  return (
    <div className="page spaced network-page">
      <ProgressLine when={loading} />
      <header>
        <PageHeading title={words.title} tab={words.title} />
        <Button small icon="print" onClick={() => window.print()}>
          {words.print}
        </Button>
      </header>
      <p className="second">{words.lead}</p>
      {!data && <NotYet asked={{ data, error: problem, refetch: reload }} lines={6} words={words} />}
      {data && <NetworkShown network={data} />}
    </div>
  );
}

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Network } from '#guide/rules/network/network.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, NotYet, useLive } from '#ui/ui.ts';
import { NetworkShown } from './NetworkShown.tsx';
import { NetworkSheet } from './NetworkSheet.tsx';
import { useNetworkWords } from './words.ts';
import './network.css';

const askNetwork = () =>
  queryOptions({
    queryKey: ['network'],
    queryFn: ({ signal }) => api.get<Network>('/api/network', { signal }),
  });

/** At the desk: the same as schools read, and for the coordinator the way to change it. */
export function NetworkPage() {
  const words = useNetworkWords();
  const client = useQueryClient();
  const asked = useQuery(askNetwork());
  const [writes, setWrites] = useState(false);
  const again = () => void client.invalidateQueries(askNetwork());
  useLive(
    ({ kind }) => kind === 'network_published' && again(),
    first => !first && again(),
  );
  return (
    <WorkPage
      title={words.title_desk}
      lead={words.lead_desk}
      deeds={asked.data?.can.change && <Button onClick={() => setWrites(true)}>{words.change}</Button>}
    >
      <NotYet asked={asked} lines={8} words={words} />
      {asked.data && (
        <div className="network-page">
          <NetworkShown network={asked.data} />
        </div>
      )}
      {writes && asked.data && (
        <NetworkSheet
          network={asked.data}
          onDone={network => client.setQueryData(askNetwork().queryKey, network)}
          onClose={() => setWrites(false)}
        />
      )}
    </WorkPage>
  );
}

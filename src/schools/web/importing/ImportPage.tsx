import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Import } from '#schools/rules/importing/import.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { NotYet, Notice, useLive } from '#ui/ui.ts';
import { askImports, underWay, useImportWords } from './asking.ts';
import { ImportHead } from './ImportHead.tsx';
import { DryRun, Result } from './DryRun.tsx';
import { ExportPart } from './ExportPart.tsx';
import { MapColumns } from './MapColumns.tsx';
import { PickFile } from './PickFile.tsx';
import { UnderWay } from './UnderWay.tsx';
import './importing.css';

/** Schools and people from a file, and into one. Where an import is, the server says: it can be left and taken up again. */
export function ImportPage() {
  const words = useImportWords();
  const client = useQueryClient();
  const { can } = useSession();
  const asked = useQuery({ ...askImports(), enabled: can.keep_schools });
  const again = () => client.invalidateQueries({ queryKey: ['imports'] });
  useLive(
    () => undefined,
    () => void again(),
    ({ kind }) => {
      if (kind !== 'imports') return;
      void again();
      void client.invalidateQueries({ queryKey: ['schools'] });
    },
  );
  const open = asked.data?.find(({ state }) => state !== 'done');
  const last = open ? undefined : asked.data?.[0];
  return (
    <WorkPage
      above={<Link to="/desk/schools">{words.schools}</Link>}
      title={words.title}
      lead={can.keep_schools ? words.lead : undefined}
    >
      {can.keep_schools ? (
        <>
          <NotYet asked={asked} lines={4} words={words} />
          {open && <OpenImport key={open.id} item={open} />}
          {last && <Result item={last} />}
          {asked.data && !open && <PickFile />}
          {asked.data && !open && <ExportPart />}
        </>
      ) : (
        <Notice title={words.not_yours} />
      )}
    </WorkPage>
  );
}

function OpenImport({ item }: { item: Import }) {
  // What was named can be named otherwise, until it is done.
  const [back, setBack] = useState(false);
  const mapping = item.state === 'mapping' || (item.state === 'ready' && back);
  return (
    <section className="import">
      <ImportHead item={item} />
      {item.trouble && <Notice tone="bad" title={item.trouble} />}
      {mapping && <MapColumns item={item} onMapped={() => setBack(false)} />}
      {underWay(item) && <UnderWay item={item} />}
      {item.state === 'ready' && !back && <DryRun item={item} onBack={() => setBack(true)} />}
    </section>
  );
}

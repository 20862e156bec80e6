import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { NotYet } from '#ui/ui.ts';
import { ChangeLines } from '../shown/ChangeLines.tsx';
import { askChanges, useConfigurationLive, useDeskWords } from './asking.ts';
import './desk.css';

const at_first = 5;

/** On a school's page: the changes of configuration that concern it, the planned ones first. */
export function SchoolChanges({ school }: { school: number }) {
  return (
    <Suspense fallback={null}>
      <Concerning school={String(school)} />
    </Suspense>
  );
}

function Concerning({ school }: { school: string }) {
  const words = useDeskWords().school;
  const asked = useInfiniteQuery(askChanges({ school }, at_first));
  useConfigurationLive();
  const [page] = asked.data?.pages ?? [];
  return (
    <section aria-labelledby="school-changes">
      <header>
        <h2 id="school-changes">{words.title}</h2>
        {page?.next && (
          <Link to="/desk/configuration" search={{ school }}>
            {words.all}
          </Link>
        )}
      </header>
      <NotYet asked={asked} lines={3} />
      {page?.items.length === 0 && <p className="quiet">{words.none}</p>}
      {page && page.items.length > 0 && (
        <ChangeLines
          items={page.items}
          link={(number, said) => (
            <Link to="/desk/tickets/$number" params={{ number: String(number) }}>
              {said}
            </Link>
          )}
        />
      )}
    </section>
  );
}

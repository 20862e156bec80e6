import { useEffect, type ReactNode } from 'react';
import { setBrand, useBrand } from '#ui/brand.ts';
import { Mark, useGet } from '#ui/ui.ts';
import { PageHeading } from '#ui/route/router.tsx';
import type { IgroupNames } from '../rules/igroup/igroup.ts';
import { LanguageSwitch } from './Switches.tsx';
import { useAccountWords } from './words.ts';
import './entrance.css';

interface EntrancePageProps {
  title: string;
  lead?: ReactNode;
  arriving?: boolean;
  children: ReactNode;
}

/** The page before the product: the mark, one sheet, the language. */
export function EntrancePage({ title, lead, arriving, children }: EntrancePageProps) {
  const { data } = useGet<IgroupNames>('/api/igroup');
  const { helps_with } = useAccountWords();
  useEffect(() => {
    if (data) setBrand(data.name);
  }, [data]);
  return (
    <main className="entrance">
      <p className="brand">
        <Mark /> <span>{useBrand()}</span>
      </p>
      {data?.system && <p className="helps second t-14">{helps_with(data.system)}</p>}
      <section className="sheet">
        <PageHeading title={title} arriving={arriving} />
        {lead && <p className="second">{lead}</p>}
        {children}
      </section>
      <LanguageSwitch />
    </main>
  );
}

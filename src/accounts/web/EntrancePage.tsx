import type { ReactNode } from 'react';
import { useBrand } from '#ui/brand.ts';
import { Mark } from '#ui/ui.ts';
import { PageHeading } from '#ui/route/router.tsx';
import { LanguageSwitch } from './Switches.tsx';
import { useNames } from './use-names.ts';
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
  const names = useNames();
  const { helps_with } = useAccountWords();
  return (
    <main className="entrance">
      <p className="brand">
        <Mark /> <span>{useBrand()}</span>
      </p>
      {names?.system && <p className="helps second t-14">{helps_with(names.system)}</p>}
      <section className="sheet">
        <PageHeading title={title} arriving={arriving} />
        {lead && <p className="second">{lead}</p>}
        {children}
      </section>
      <LanguageSwitch />
    </main>
  );
}

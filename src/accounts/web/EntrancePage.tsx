import type { ReactNode } from 'react';
import { Mark } from '#ui/ui.ts';
import { PageHeading } from '#ui/route/router.tsx';
import { LanguageSwitch } from './Switches.tsx';
import './entrance.css';

interface EntrancePageProps {
  title: string;
  lead?: ReactNode;
  arriving?: boolean;
  children: ReactNode;
}

/** The page before the product: the mark, one sheet, the language. */
export function EntrancePage({ title, lead, arriving, children }: EntrancePageProps) {
  return (
    <main className="entrance">
      <p className="brand">
        <Mark /> Firstline
      </p>
      <section className="sheet">
        <PageHeading title={title} tab={`${title} · Firstline`} arriving={arriving} />
        {lead && <p className="second">{lead}</p>}
        {children}
      </section>
      <LanguageSwitch />
    </main>
  );
}

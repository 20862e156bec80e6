import type { ReactNode } from 'react';
import { Link } from '#ui/route/router.tsx';
import { Mark, Toasts } from '#ui/ui.ts';
import { useBrand } from '#ui/brand.ts';
import { LanguageSwitch } from './Switches.tsx';
import { useNames } from './use-names.ts';

interface ForEverybodyProps {
  /** The class of its page. */
  name: string;
  /** Where its mark leads, and the way in. */
  home: string;
  way: { to: string; says: string };
  children: ReactNode;
}

/** The frame of a page without sign-in: whose it is, the language, the way in. */
export function ForEverybody({ name, home, way, children }: ForEverybodyProps) {
  useNames();
  return (
    <>
      <header className="top no-print">
        <div>
          <Link className="brand" to={home}>
            <Mark /> <span>{useBrand()}</span>
          </Link>
          <div className="mine">
            <LanguageSwitch />
            <Link className="t-14" to={way.to}>
              {way.says}
            </Link>
          </div>
        </div>
      </header>
      <main className={`page ${name}`}>{children}</main>
      <Toasts />
    </>
  );
}

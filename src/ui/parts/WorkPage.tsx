import { useEffect, type ReactNode } from 'react';
import { tabOf, useBrand } from '../brand.ts';
import { pageRests } from '../floating/soon.tsx';
import './work-page.css';

interface WorkPageProps {
  /** A way back, above the title. */
  above?: ReactNode;
  title: string;
  lead?: ReactNode;
  /** What can be done with the whole page. */
  deeds?: ReactNode;
  /** `wide`: as wide as there is room, and no higher; what is long scrolls by itself. `railed`: with a rail beside. */
  shape?: 'wide' | 'railed';
  children: ReactNode;
}

/** Names the browser's tab. */
export function usePageName(name: string): void {
  const brand = useBrand();
  useEffect(() => {
    document.title = tabOf(name, brand);
  }, [name, brand]);
}

/** A page of lists and forms beside the navigation: one column, a title, what can be done with all of it. */
export function WorkPage({ above, title, lead, deeds, shape, children }: WorkPageProps) {
  usePageName(title);
  useEffect(pageRests, []);
  return (
    <main className={shape ? `work-page ${shape}` : 'work-page'}>
      <div>
        {above && <p className="t-13">{above}</p>}
        <header>
          <div>
            <h1>{title}</h1>
            {lead && <p className="second">{lead}</p>}
          </div>
          {deeds && <div className="deeds">{deeds}</div>}
        </header>
        {children}
      </div>
    </main>
  );
}

import type { ReactNode } from 'react';
import './work-page.css';

interface WorkPageProps {
  /** A way back, above the title. */
  above?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  /** What can be done with the whole page. */
  deeds?: ReactNode;
  children: ReactNode;
}

/** A page of lists and forms beside the navigation: one column, a title, what can be done with all of it. */
export function WorkPage({ above, title, lead, deeds, children }: WorkPageProps) {
  return (
    <main className="work-page">
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

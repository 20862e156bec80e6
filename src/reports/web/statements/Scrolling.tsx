import type { ReactNode } from 'react';
import './statement.css';

/** A table that is wider than a phone: it scrolls by itself, by keys too, and is called so. */
export function Scrolling({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keys
    <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}

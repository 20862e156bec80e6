import type { ReactNode } from 'react';
import './ruled.css';

/** Fields that belong together, under what they are called, with a rule beside them. */
export const Ruled = ({ legend, children }: { legend: ReactNode; children: ReactNode }) => (
  <fieldset className="ruled">
    <legend>{legend}</legend>
    {children}
  </fieldset>
);

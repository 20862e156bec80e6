import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './fresh-line.css';

/** On the first page, one quiet line: something elsewhere is new to its reader. */
export const FreshLine = ({ icon, children }: { icon: IconName; children: ReactNode }) => (
  <p className="fresh-line">
    <Icon name={icon} />
    {children}
  </p>
);

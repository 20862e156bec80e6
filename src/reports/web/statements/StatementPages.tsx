import { useParams } from '@tanstack/react-router';
import { WhatIfPage } from '../what-if/WhatIfPage.tsx';
import { StatementPage } from './StatementPage.tsx';
import { StatementsPage } from './StatementsPage.tsx';

/** The addresses under /desk/statements, loaded as one: the months, one of them, and the trial. */
export function StatementPages() {
  const { _splat: month } = useParams({ strict: false });
  if (!month) return <StatementsPage />;
  return month === 'what-if' ? <WhatIfPage /> : <StatementPage key={month} month={month} />;
}

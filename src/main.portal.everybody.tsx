import { PublicChartPage } from '#drawing/web/PublicChartPage.tsx';
import { HelpArticlePage, HelpPage } from '#knowledge/web/portal/everybody/HelpPages.tsx';
import { HowFastPage } from '#reports/web/how-fast/HowFastPage.tsx';
import { openWithoutLine } from '#ui/offline/register.ts';
import { match } from '#ui/route/router.tsx';
import { ToRead } from './main.portal.to-read.tsx';

openWithoutLine();

/** What is read without sign-in. */
export function EverybodysPage({ path }: { path: string }) {
  if (path === '/how-fast') return <HowFastPage />;
  if (path === '/process') return <PublicChartPage name="helpdesk-process" />;
  if (path === '/connectivity') return <PublicChartPage name="connectivity" />;
  const id = match('/help/:id', path)?.id;
  return id ? <HelpArticlePage key={id} id={id} /> : <HelpPage more={<ToRead />} />;
}

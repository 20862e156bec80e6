import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Publication } from '#reports/rules/statements/statement.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, ErrorSummary, NotYet, toast, useLive, useSubmit } from '#ui/ui.ts';
import { useHowFastWords } from './words.ts';

const path = '/api/how-fast/publication';
const askPublication = () =>
  queryOptions({
    queryKey: ['publication'],
    queryFn: ({ signal }) => api.get<Publication>(path, { signal }),
  });

/** Whether everybody may read how fast the desk is: a switch of the group. */
export function PublicationPage() {
  const words = useHowFastWords();
  const client = useQueryClient();
  const asked = useQuery(askPublication());
  const again = () => void client.invalidateQueries({ queryKey: askPublication().queryKey });
  useLive(({ kind }) => kind.startsWith('how_fast_') && again());
  return (
    <WorkPage
      above={<Link to="/desk/settings">{words.settings}</Link>}
      title={words.title}
      lead={words.about}
    >
      <p>{words.about_few}</p>
      <NotYet asked={asked} lines={3} />
      {asked.data && <Switch publication={asked.data} again={again} />}
    </WorkPage>
  );
}

function Switch({ publication, again }: { publication: Publication; again: () => void }) {
  const words = useHowFastWords();
  const client = useQueryClient();
  const { shown, version, said, can } = publication;
  const { submit, busy, problem } = useSubmit<Publication>('put');
  const change = async () => {
    const changed = await submit(path, { shown: !shown, version });
    if (!changed) return again();
    client.setQueryData(askPublication().queryKey, changed);
    toast({ text: changed.shown ? words.shown : words.hidden });
  };
  return (
    <>
      <ErrorSummary problem={problem} />
      <p role="status">
        <b>{shown ? words.is_on : words.is_off}</b>{' '}
        {said && <span className="quiet">{words.said(said.by, said.at.words)}</span>}
      </p>
      <div className="deeds">
        {can.change && (
          <Button look={shown ? 'plain' : 'main'} busy={busy} onClick={() => void change()}>
            {shown ? words.hide : words.show}
          </Button>
        )}
        {shown && (
          <a className="button bare" href="/how-fast" target="_blank" rel="noopener">
            {words.open}
          </a>
        )}
      </div>
      {!can.change && <p className="quiet t-13">{words.look_only}</p>}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useIgroupLive } from '#accounts/web/desk/first-run.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Notice, NotYet } from '#ui/ui.ts';
import { askSetUp, useSetUpLive, useSetUpWords } from './asking.ts';
import './set-up.css';
import { StepPart } from './StepPart.tsx';

/** The first run: each step as it stands, one of them open. The address says which, so that it is found again. */
export function SetUpPage() {
  const words = useSetUpWords();
  const navigate = useNavigate();
  const { step } = useSearch({ from: '/desk/set-up' });
  useSetUpLive();
  useIgroupLive();
  const asked = useQuery(askSetUp());
  const { data } = asked;
  const next = data?.steps.find(({ state, can }) => state === 'missing' && can.do)?.step;
  const show = (which: string) =>
    void navigate({ to: '/desk/set-up', search: { step: which }, replace: true });
  // Chosen once: a step that is fulfilled meanwhile does not shut under what is being done, such as a link to hand over.
  useEffect(() => {
    if (step === undefined && next) show(next);
  });
  return (
    <WorkPage title={words.title} lead={words.lead}>
      <NotYet asked={asked} lines={7} />
      {data && (
        <>
          {data.missing === 0 ? (
            <Notice tone="good" title={words.all_done}>
              {words.all_done_hint}
            </Notice>
          ) : (
            <p role="status">{words.missing(data.missing)}</p>
          )}
          <ol className="set-up">
            {data.steps.map(each => (
              <StepPart
                key={each.step}
                step={each}
                open={each.step === step}
                onToggle={() => show(each.step === step ? 'none' : each.step)}
                next={each.state === 'missing' ? undefined : next}
                onNext={show}
              />
            ))}
          </ol>
          <section>
            <h2>{words.backup}</h2>
            <p>
              <code>npm run backup</code>
            </p>
            <p className="quiet t-13">{words.backup_hint}</p>
          </section>
        </>
      )}
    </WorkPage>
  );
}

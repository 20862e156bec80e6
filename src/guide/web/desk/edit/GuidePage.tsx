import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { troublesOf } from '#guide/rules/checking.ts';
import type { KeptGuide } from '#guide/rules/editing.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, attempt, Button, Notice, NotYet, useLang } from '#ui/ui.ts';
import type { GuideSearch } from '../../search.ts';
import { askGuide, askGuideVersion, kept_guide, useGuideLive, useGuideWords } from '../asking.ts';
import { Differences, VersionsPart } from './Versions.tsx';
import { VersionShown } from './VersionShown.tsx';
import { OneForm } from './OneForm.tsx';
import { Outline } from './Outline.tsx';
import { Troubles } from './Troubles.tsx';
import { onlyRead, useEditing } from './use-editing.ts';
import './edit.css';

const GuideDrawn = lazy(async () => ({ default: (await import('./GuideDrawn.tsx')).GuideDrawn }));
const PublishSheet = lazy(async () => ({ default: (await import('./PublishSheet.tsx')).PublishSheet }));

/** The guide at the desk: its outline, what is wrong with it, and for its keepers the forms to write it. */
export function GuidePage() {
  const words = useGuideWords().edit;
  const asked = useQuery(askGuide());
  useGuideLive();
  if (asked.data) return <Kept kept={asked.data} />;
  return (
    <WorkPage title={words.title}>
      <NotYet asked={asked} lines={12} words={words} />
    </WorkPage>
  );
}

function Kept({ kept }: { kept: KeptGuide }) {
  const words = useGuideWords().edit;
  const [lang] = useLang();
  const search: GuideSearch = useSearch({ strict: false });
  const { at } = search;
  const open = Number(search.version) || undefined;
  const against = Number(search.against) || undefined;
  const old = useQuery({
    ...askGuideVersion(open ?? 0, against),
    enabled: open !== undefined,
    // While another comparison is on its way the version stays as it is.
    placeholderData: before => (before?.version === open ? before : undefined),
  });
  const shown = open === undefined ? undefined : old.data;
  const client = useQueryClient();
  const mine = useEditing(kept);
  const editing = shown ? onlyRead(shown.guide) : mine;
  const [publishes, setPublishes] = useState(false);
  const { guide } = editing;
  const { state, problem, edition } = mine;
  // A version that is read stays as it was, and is drawn in the chart of no draft.
  const write = kept.can.write && open === undefined;
  const show = open === undefined ? search.show : undefined;
  const troubles = troublesOf(guide);
  const drop = () =>
    attempt(
      async () => {
        client.setQueryData(kept_guide, await api.delete<KeptGuide>(`/api/guide/draft?edition=${edition}`));
        return words.dropped;
      },
      async () => undefined,
    );
  return (
    <WorkPage
      title={words.title}
      lead={words.lead(kept.version)}
      above={
        <Link to="/desk/checks" search={{}}>
          {words.codes}
        </Link>
      }
      shape="wide"
      deeds={
        write &&
        kept.draft && (
          <>
            <span className="quiet t-13" role="status">
              {state === 'kept' ? `${words.saved} · ${words.written(kept.draft.by)}` : words.unsaved}
            </span>
            <Button onClick={() => void drop()}>{words.drop}</Button>
            <Button look="main" onClick={() => setPublishes(true)} aria-disabled={state !== 'kept'}>
              {words.publish}
            </Button>
          </>
        )
      }
    >
      {problem && (
        <Notice tone="bad" title={problem.detail}>
          {Boolean(problem.kept) && (
            <Button small onClick={mine.takeTheirs}>
              {words.theirs}
            </Button>
          )}
        </Notice>
      )}
      {shown && <VersionShown shown={shown} kept={kept} editing={mine} />}
      {open !== undefined && !shown && (
        <NotYet asked={old} lines={2} words={{ failed: words.no_version(open), again: words.again }} />
      )}
      {open === undefined && (
        <p>
          <Link
            to="/desk/guide"
            search={{ at, show: show ? undefined : 'drawn' }}
            aria-expanded={Boolean(show)}
          >
            {show ? words.undraw : words.draw}
          </Link>
          {' · '}
          <a href="/connectivity">{words.chart}</a>
        </p>
      )}
      {show && (
        <Suspense>
          <GuideDrawn at={at} wrong={troubles.map(trouble => trouble.at)} edition={edition} />
        </Suspense>
      )}
      <div className="guide-edit">
        <div className="guide-outline">
          <Troubles troubles={troubles} guide={guide} lang={lang} />
          <Outline
            guide={guide}
            at={at}
            troubles={troubles}
            lang={lang}
            editing={write ? editing : undefined}
          />
        </div>
        <div className="guide-one">
          <OneForm
            key={`${shown?.version ?? 'now'} ${at}`}
            at={at}
            editing={editing}
            troubles={troubles}
            write={write}
          />
          {shown
            ? shown.against !== null && (
                <Differences
                  differences={shown.differences}
                  title={words.against(shown.version, shown.against)}
                />
              )
            : kept.draft && <Differences differences={kept.draft.differences} title={words.changes} />}
          <VersionsPart versions={kept.versions} />
        </div>
      </div>
      {publishes && (
        <Suspense>
          <PublishSheet edition={edition} onClose={() => setPublishes(false)} />
        </Suspense>
      )}
    </WorkPage>
  );
}

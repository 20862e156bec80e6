import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { move_names } from '#status/rules/states.ts';
import type { Notice } from '#status/rules/notice.ts';
import { useCommands } from '#tickets/web/desk/frame/commands/commands.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, Notice as Said, NotYet, refused, toast, useLang } from '#ui/ui.ts';
import { NoticeHead } from '../shown/NoticeHead.tsx';
import { NoticeText } from '../shown/NoticeText.tsx';
import { AffectedPart } from './AffectedPart.tsx';
import { askNotice, askSystems, base, useChanged, useDeskStatusWords, useStatusLive } from './asking.ts';
import './desk.css';
import { readersOf } from './NoticeLine.tsx';
import { NoticeSheet } from './NoticeSheet.tsx';
import { TellPart, Waiting } from './TellPart.tsx';
import { VersionsPart } from './VersionsPart.tsx';

/** One notice: as schools read it, what to tell next, and who is affected. */
export function NoticePage() {
  const words = useDeskStatusWords();
  const { id } = useParams({ from: '/desk/notices/$id' });
  const asked = useQuery(askNotice(id));
  const notice = asked.data;
  useStatusLive();
  return (
    <WorkPage
      above={
        <Link to="/desk/notices" search={{}}>
          {words.all}
        </Link>
      }
      title={notice?.title ?? ''}
      lead={notice?.inside && [readersOf(notice.inside), words.by(notice.inside.by)].join(' · ')}
      deeds={notice && <Deeds key={notice.id} notice={notice} />}
    >
      <NotYet asked={asked} lines={8} words={words} />
      {notice && <Whole key={notice.id} notice={notice} />}
    </WorkPage>
  );
}

function Whole({ notice }: { notice: Notice }) {
  const words = useDeskStatusWords();
  const form = useRef<HTMLFormElement>(null);
  useCommands(
    notice.can.tell
      ? [
          {
            ...{ id: 'tell_notice', name: words.commands.tell, where: 'anywhere', group: 'command' },
            run: () => form.current?.querySelector('textarea')?.focus(),
          },
        ]
      : [],
  );
  return (
    <div className="status-page">
      <div>
        {notice.state === 'draft' && <Said title={words.draft_hint} />}
        <Waiting notice={notice} />
        {notice.can.tell && <TellPart notice={notice} form={form} />}
        <section aria-label={words.text} className="sheet status-read">
          <NoticeHead notice={notice} />
          <NoticeText notice={notice} />
        </section>
        <VersionsPart id={notice.id} edition={notice.inside?.edition ?? 0} />
      </div>
      <AffectedPart notice={notice} />
    </div>
  );
}

/** What can be done with the whole: change it, publish or drop a draft. */
function Deeds({ notice }: { notice: Notice }) {
  const words = useDeskStatusWords();
  const [lang] = useLang();
  const [changing, setChanging] = useState(false);
  const [busy, setBusy] = useState(false);
  const systems = useQuery(askSystems()).data;
  const changed = useChanged();
  const edition = notice.inside?.edition;
  const act = async (deed: () => Promise<unknown>, said: string) => {
    setBusy(true);
    await deed().then(() => toast({ text: said }), refused);
    changed();
    setBusy(false);
  };
  const publish = () =>
    act(() => api.post(`${base}/${notice.id}/publication`, { edition }), words.published(notice.title));
  const drop = () => act(() => api.delete(`${base}/${notice.id}`), words.dropped(notice.title));
  const may = (move: 'publish' | 'drop') => notice.can.moves.includes(move);
  useCommands(
    may('publish')
      ? [
          {
            ...{ id: 'publish_notice', name: words.commands.publish, where: 'anywhere', group: 'command' },
            run: () => void publish(),
          },
        ]
      : [],
  );
  return (
    <>
      {may('publish') && (
        <Button look="main" busy={busy} onClick={() => void publish()}>
          {move_names.publish[lang]}
        </Button>
      )}
      {notice.can.write && <Button onClick={() => setChanging(true)}>{words.change}</Button>}
      {may('drop') && (
        <Button look="bare" busy={busy} onClick={() => void drop()}>
          {move_names.drop[lang]}
        </Button>
      )}
      {changing && systems && (
        <NoticeSheet notice={notice} systems={systems.items} onClose={() => setChanging(false)} />
      )}
    </>
  );
}

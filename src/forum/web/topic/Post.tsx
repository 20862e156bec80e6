import { useState, type ReactNode } from 'react';
import type { Signed, Topic } from '#forum/rules/topic.ts';
import type { Moment } from '#platform/schemas.ts';
import { Button, Notice, Prose, toast } from '#ui/ui.ts';
import { useForumWords } from '../words.ts';
import { EditForm } from './EditForm.tsx';
import { nameOf, Signature } from './Signature.tsx';
import { VersionsPart } from './VersionsPart.tsx';
import { WhyForm } from './WhyForm.tsx';

export interface Posted {
  lang: 'en' | 'fr';
  by: Signed;
  at: Moment;
  html: string;
  text: string | null;
  edited: Moment | null;
  hidden: { by: string; why: string; at: Moment } | null;
  can: { edit: boolean; report: boolean; hide: boolean };
}

interface PostProps {
  topic: Topic;
  post: Posted;
  /** Its address at the server. */
  path: string;
  /** Its title, where it can be changed with it. */
  title: string | null;
  put: (topic: Topic) => void;
  onShow: () => void;
  onHidden: (topic: Topic) => void;
  onMention?: ((name: string) => void) | undefined;
  /** What can be done with it beside what can with every text. */
  children?: ReactNode;
}

type Open = 'edit' | 'report' | 'hide' | 'versions';

/** A question or an answer: who wrote it, the text, and what can be done with it. */
export function Post({ topic, post, path, title, put, onShow, onHidden, onMention, children }: PostProps) {
  const words = useForumWords();
  const { deeds, why, done } = words;
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { can, hidden } = post;
  const button = (which: Open, name: string) => (
    <Button
      small
      look="bare"
      aria-expanded={open === which}
      onClick={() => setOpen(open === which ? undefined : which)}
    >
      {name}
    </Button>
  );
  return (
    <>
      <Signature by={post.by} at={post.at} edited={post.edited} />
      {hidden && <Notice title={words.topic.hidden(hidden.by, hidden.why)} />}
      {open === 'edit' && post.text !== null ? (
        <EditForm
          {...{ topic, path, title }}
          text={post.text}
          onCancel={close}
          onDone={topic => {
            put(topic);
            close();
          }}
        />
      ) : (
        <div lang={post.lang}>
          <Prose html={post.html} />
        </div>
      )}
      <p className="deeds no-print">
        {children}
        {onMention && !post.by.mine && (
          <Button
            small
            look="bare"
            aria-label={deeds.mention(nameOf(post.by))}
            onClick={() => onMention(nameOf(post.by))}
          >
            {deeds.mention_short}
          </Button>
        )}
        {can.edit && button('edit', deeds.edit)}
        {post.edited && button('versions', deeds.versions)}
        {can.report && button('report', deeds.report)}
        {can.hide && !hidden && button('hide', deeds.hide)}
        {can.hide && hidden && (
          <Button small look="bare" onClick={onShow}>
            {deeds.show}
          </Button>
        )}
      </p>
      {open === 'versions' && <VersionsPart path={path} onClose={close} />}
      {open === 'report' && (
        <WhyForm
          method="post"
          path={`${path}/reports`}
          label={why.report}
          go={why.report_go}
          onCancel={close}
          onDone={topic => {
            put(topic);
            close();
            toast({ text: done.reported });
          }}
        />
      )}
      {open === 'hide' && (
        <WhyForm
          method="put"
          path={`${path}/hiding`}
          label={why.hide}
          go={why.hide_go}
          onCancel={close}
          onDone={topic => {
            onHidden(topic);
            close();
          }}
        />
      )}
    </>
  );
}

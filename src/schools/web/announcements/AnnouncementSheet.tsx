import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { announcement_kinds, type AnnouncementKind } from '#schools/rules/announcement-kinds.ts';
import type { Announcement } from '#schools/rules/announcement.ts';
import { zoneLabel } from '#sla/rules/zones.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { RadioGroup, TextArea, TextField, toast, useLang, useSubmit } from '#ui/ui.ts';
import { useAnnouncementWords } from './asking.ts';
import { ForWhom } from './ForWhom.tsx';

interface AnnouncementSheetProps {
  /** Which to change; none is a new one. */
  item: Announcement | undefined;
  onClose: () => void;
}

/** What is announced, to whom, from when until when on the desk's clock. */
export function AnnouncementSheet({ item, onClose }: AnnouncementSheetProps) {
  const all = useAnnouncementWords();
  const words = all.form;
  const [lang] = useLang();
  const { zone } = useSession();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Announcement>(item ? 'patch' : 'post');
  const [fields, setFields] = useState(() => fieldsOf(item));
  const change = (more: Partial<Fields>) => setFields({ ...fields, ...more });
  const send = async () => {
    const { starts, ends, ...rest } = fields;
    const body = { ...rest, ...(starts && { starts }), ends: ends || null };
    const saved = await submit(item ? `/api/announcements/${item.id}` : '/api/announcements', body);
    if (!saved) return;
    void client.invalidateQueries({ queryKey: ['announcements'] });
    toast({ text: item ? words.saved : words.announced(saved.title) });
    onClose();
  };
  return (
    <SheetForm
      title={item ? all.change_this(item.title) : all.write}
      deed={item ? words.save : words.announce}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <RadioGroup
        name="kind"
        label={words.kind}
        choices={announcement_kinds.map(value => ({
          value,
          label: all.kinds[value],
          hint: all.kinds_hint[value],
        }))}
        value={fields.kind}
        onChange={kind => change({ kind })}
      />
      <TextField
        label={words.title}
        autoFocus
        autoComplete="off"
        maxLength={120}
        value={fields.title}
        error={problem?.of('title')}
        onChange={event => change({ title: event.target.value })}
      />
      <TextArea
        label={words.text}
        hint={words.text_hint}
        rows={4}
        value={fields.text}
        error={problem?.of('text')}
        onChange={event => change({ text: event.target.value })}
      />
      <ForWhom
        schools={fields.schools}
        onChange={schools => change({ schools })}
        error={problem?.of('schools') && words.choose_error}
      />
      <div className="announcement-times">
        <TextField
          label={words.starts}
          hint={words.starts_hint(zoneLabel(zone)[lang])}
          type="datetime-local"
          value={fields.starts}
          error={problem?.of('starts')}
          onChange={event => change({ starts: event.target.value })}
        />
        <TextField
          label={words.ends}
          hint={words.ends_hint}
          type="datetime-local"
          value={fields.ends}
          error={problem?.of('ends')}
          onChange={event => change({ ends: event.target.value })}
        />
      </div>
    </SheetForm>
  );
}

interface Fields {
  kind: AnnouncementKind;
  title: string;
  text: string;
  schools: number[] | null;
  starts: string;
  ends: string;
}

const fieldsOf = (item: Announcement | undefined): Fields => ({
  kind: item?.kind ?? 'news',
  title: item?.title ?? '',
  text: item?.text ?? '',
  schools: item?.schools?.map(({ id }) => id) ?? null,
  starts: item?.starts_local ?? '',
  ends: item?.ends_local ?? '',
});

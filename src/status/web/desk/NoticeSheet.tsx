import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { zoneLabel } from '#sla/rules/zones.ts';
import { kind_names, notice_kinds, severities, severity_names, status_limits } from '#status/rules/kinds.ts';
import type { Notice, Systems } from '#status/rules/notice.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { useTicketWords } from '#tickets/web/words.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import {
  api,
  Notice as Said,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  toast,
  useLang,
  useSubmit,
} from '#ui/ui.ts';
import { base, useChanged, useDeskStatusWords } from './asking.ts';
import { bodyOf, fieldsOf, type Fields } from './fields.ts';
import { ForWhomPick } from './ForWhomPick.tsx';
import { PreviewOf } from './PreviewOf.tsx';

interface NoticeSheetProps {
  /** Which to change; none is a new one, from a ticket with its number. */
  notice: Notice | undefined;
  ticket?: string | undefined;
  systems: Systems['items'];
  onClose: () => void;
}

/** What is told, of which system, to whom, from when until when on the desk's clock. */
export function NoticeSheet({ notice, ticket, systems, onClose }: NoticeSheetProps) {
  const all = useDeskStatusWords();
  const words = all.form;
  const [lang] = useLang();
  const { zone } = useSession();
  const { categories } = useTicketWords();
  const navigate = useNavigate();
  const changed = useChanged();
  const { submit, busy, problem } = useSubmit<Notice>(notice ? 'patch' : 'post');
  const [edition, setEdition] = useState(notice?.inside?.edition);
  const [fields, setFields] = useState(() =>
    fieldsOf(notice, { system: systems[0]!.id, lang, kind: ticket ? 'known_problem' : 'incident' }),
  );
  const change = (more: Partial<Fields>) => setFields({ ...fields, ...more });
  const wired = (name: 'title' | 'text' | 'starts' | 'ends') => ({
    value: fields[name],
    error: problem?.of(name),
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
  });
  const send = async () => {
    const more = notice ? { edition } : ticket && { ticket: Number(ticket) };
    const saved = await submit(notice ? `${base}/${notice.id}` : base, { ...bodyOf(fields), ...more });
    // What somebody wrote meanwhile is looked at first; the second press replaces it.
    if (!saved) return notice && setEdition((await api.get<Notice>(`${base}/${notice.id}`)).inside?.edition);
    changed();
    toast({ text: notice ? words.saved : words.kept(saved.title) });
    onClose();
    if (!notice) void navigate({ to: '/desk/notices/$id', params: { id: saved.id } });
  };
  return (
    <SheetForm
      title={notice ? words.change(notice.title) : words.new}
      deed={notice && notice.state !== 'draft' ? words.save : words.keep}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {ticket && <Said title={words.from_ticket(ticket)} />}
      {problem?.status === 409 && <Said tone="bad" title={words.meanwhile} />}
      <RadioGroup
        name="kind"
        label={words.kind}
        choices={notice_kinds.map(value => ({
          value,
          label: kind_names[value][lang],
          hint: words.kinds_hint[value],
        }))}
        value={fields.kind}
        onChange={kind => change({ kind })}
      />
      <Select
        label={words.system}
        error={problem?.of('system')}
        value={fields.system}
        onChange={event => change({ system: event.target.value })}
      >
        {withOwn(systems, notice).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <RadioGroup
        name="severity"
        label={words.severity}
        choices={severities.map(value => ({ value, label: severity_names[value][lang] }))}
        value={fields.severity}
        onChange={severity => change({ severity })}
      />
      <TextField
        label={words.title}
        autoComplete="off"
        maxLength={status_limits.title}
        lang={fields.lang}
        {...wired('title')}
      />
      <TextArea label={words.text} hint={words.text_hint} rows={5} lang={fields.lang} {...wired('text')} />
      <PreviewOf text={fields.text} lang={fields.lang} />
      <Select
        label={words.lang}
        value={fields.lang}
        onChange={event => change({ lang: event.target.value as Fields['lang'] })}
      >
        <option value="en">{words.langs.en}</option>
        <option value="fr">{words.langs.fr}</option>
      </Select>
      <ForWhomPick
        fields={fields}
        change={change}
        error={problem?.errors.some(({ field }) => field.startsWith('for')) ? words.choose_error : undefined}
      />
      <div className="status-times">
        <TextField
          label={words.starts}
          hint={words.starts_hint(zoneLabel(zone)[lang])}
          type="datetime-local"
          {...wired('starts')}
        />
        <TextField label={words.ends} hint={words.ends_hint} type="datetime-local" {...wired('ends')} />
      </div>
      {fields.kind !== 'planned_work' && (
        <Select
          label={words.category}
          hint={words.category_hint}
          value={fields.category}
          onChange={event => change({ category: event.target.value as Fields['category'] })}
        >
          {category_ids
            .filter(id => id !== 'privacy_incident' && id !== 'security_role')
            .map(id => (
              <option key={id} value={id}>
                {categories[id]}
              </option>
            ))}
        </Select>
      )}
    </SheetForm>
  );
}

/** One that is offered no more stays with what is told of it. */
const withOwn = (systems: Systems['items'], notice: Notice | undefined): { id: number; name: string }[] =>
  !notice || systems.some(({ id }) => id === notice.system.id) ? systems : [...systems, notice.system];

import type { FormEvent, ReactNode } from 'react';
import { kind_ids, kinds, longestOf, touchesMore, type RightKind } from '#rights/rules/kinds.ts';
import { actions, type Action } from '#rights/rules/life.ts';
import type { Register } from '#rights/rules/register.ts';
import type { RightsRequest } from '#rights/rules/request.ts';
import { calledIn } from '#rights/rules/words.ts';
import {
  Button,
  ErrorSummary,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  useLang,
  type Problem,
} from '#ui/ui.ts';
import { useRightsWords } from './words.ts';
import './rights.css';

/** What is being written, as texts: a draft keeps nothing else. */
export interface Written {
  action: string;
  right: string;
  person: string;
  name: string;
  job: string;
  kind: string;
  words: string;
  at_schools: string;
  why: string;
  from: string;
  until: string;
}
export const unwritten: Written = {
  action: 'add',
  right: '',
  person: '',
  name: '',
  job: '',
  kind: '',
  words: '',
  at_schools: '',
  why: '',
  from: '',
  until: '',
};

const somebody_else = 'other';

interface RightsFormProps {
  written: Written;
  change: (more: Partial<Written>) => void;
  people: readonly { id: number; name: string }[];
  register: Register | undefined;
  problem: Problem | undefined;
  busy: boolean;
  send: () => void;
  /** Whether a right is given, changed or taken away, and which, is said already: it is edited. */
  fixed?: boolean;
  /** Beside the button that sends. */
  beside?: ReactNode;
  /** What comes before: at the desk, for which school and in whose name. */
  above?: ReactNode;
}

/** Who, what, why, from when, until when: of both faces. */
export function RightsForm({
  written,
  change,
  people,
  register,
  problem,
  busy,
  send,
  above,
  fixed = false,
  beside,
}: RightsFormProps) {
  const words = useRightsWords();
  const [lang] = useLang();
  const changeable = register?.items.filter(({ can }) => can.change) ?? [];
  const { action, kind } = written as Written & { action: Action; kind: RightKind | '' };
  const wired = (field: keyof Written, label: string) => ({
    id: `rights-${field}`,
    label,
    error: problem?.of(field),
    value: written[field],
    onChange: ({ target }: { target: { value: string } }) => change({ [field]: target.value }),
  });
  const labels: Record<string, string> = {
    ...{ right: words.right, person: words.person, kind: words.kind, words: words.words, why: words.why },
    ...{ at_schools: words.at_schools, from: words.from, until: words.until },
    ...{ school: words.school, requester: words.requester },
  };
  const at = written.at_schools.trim() || null;
  const ends = kind !== '' && longestOf({ kind, at_schools: at }) !== null;
  return (
    <form
      className="rights-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <ErrorSummary
        problem={problem}
        fields={Object.fromEntries(
          Object.entries(labels).map(([field, label]) => [field, { id: `rights-${field}`, label }]),
        )}
      />
      {above}
      {!fixed && (
        <RadioGroup
          name="rights-action"
          label={words.action}
          choices={actions.map(value => ({ value, label: words.actions[value] }))}
          value={action}
          onChange={value => change({ action: value, right: '' })}
        />
      )}
      {action === 'add' ? (
        <Whose {...{ written, change, people, wired }} error={problem?.of('person')} />
      ) : fixed ? null : changeable.length > 0 ? (
        <Select
          {...wired('right', words.right)}
          onChange={({ target }) => {
            const right = changeable.find(({ id }) => String(id) === target.value);
            change(right ? asStands(right) : { right: '' });
          }}
        >
          <option value="">{words.choose}</option>
          {changeable.map(right => (
            <option key={right.id} value={right.id}>
              {right.holder.name}: {calledIn(right, lang)}
            </option>
          ))}
        </Select>
      ) : (
        <p className="second">{words.no_rights}</p>
      )}
      {action !== 'remove' && (
        <>
          <Select {...wired('kind', words.kind)} hint={kind !== '' ? kinds[kind].opens[lang] : undefined}>
            <option value="">{words.choose}</option>
            {kind_ids.map(id => (
              <option key={id} value={id}>
                {kinds[id].name[lang]}
              </option>
            ))}
          </Select>
          {kind === 'something_else' && <TextField {...wired('words', words.words)} maxLength={200} />}
          <TextField
            {...wired(
              'at_schools',
              kind !== '' && kinds[kind].several ? words.at_schools : words.also_elsewhere,
            )}
            hint={words.at_schools_hint}
            optional={kind === '' || !touchesMore({ kind, at_schools: null })}
            maxLength={300}
          />
        </>
      )}
      <TextArea {...wired('why', words.why)} rows={4} />
      <TextField
        {...wired('from', words.from)}
        type="date"
        min={register?.today}
        value={written.from || (register?.today ?? '')}
      />
      {action !== 'remove' && (
        <TextField {...wired('until', words.until)} type="date" hint={words.until_hint} optional={!ends} />
      )}
      <div className="deeds">
        <Button look="main" type="submit" busy={busy}>
          {fixed ? words.save : words.send}
        </Button>
        {beside}
      </div>
    </form>
  );
}

interface WhoseProps extends Pick<RightsFormProps, 'written' | 'change' | 'people'> {
  wired: (field: keyof Written, label: string) => object;
  error: string | undefined;
}

function Whose({ written, change, people, wired, error }: WhoseProps) {
  const words = useRightsWords();
  const other = written.person === somebody_else;
  return (
    <>
      <Select
        id="rights-person"
        label={words.person}
        error={other ? undefined : error}
        value={written.person}
        onChange={({ target }) => change({ person: target.value })}
      >
        <option value="">{words.choose}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={somebody_else}>{words.other_person}</option>
      </Select>
      {other && (
        <>
          <TextField
            {...(wired('name', words.name) as { id: string; label: string })}
            error={error}
            autoComplete="off"
            maxLength={100}
          />
          <TextField
            {...(wired('job', words.job) as { id: string; label: string })}
            hint={words.job_hint}
            autoComplete="off"
            optional
            maxLength={100}
          />
        </>
      )}
    </>
  );
}

/** What a request asks for, in the form again. */
export const writtenOf = ({ action, holder, kind, from, until, ...asked }: RightsRequest): Written => ({
  ...{ action, kind, right: '', words: asked.words ?? '', at_schools: asked.at_schools ?? '' },
  person: holder.person === null ? somebody_else : String(holder.person),
  name: holder.person === null ? holder.name : '',
  job: holder.job ?? '',
  why: asked.why ?? '',
  from: from.date,
  until: until?.date ?? '',
});

/** What a right that stands puts into the form. */
const asStands = ({ id, kind, words, at_schools }: Register['items'][number]) => ({
  right: String(id),
  kind,
  words: words ?? '',
  at_schools: at_schools ?? '',
});

/** What a line of the register leads to the form with; it goes before what was left behind, until something is changed. */
export function ledBy(
  register: Register | undefined,
  right: string | null | undefined,
  action: string | null | undefined,
) {
  const named = register?.items.find(({ id }) => String(id) === right);
  return named && { action: action === 'remove' ? 'remove' : 'change', ...asStands(named) };
}

const number = (text: string) => (text ? Number(text) : undefined);
const text = (given: string) => given.trim() || undefined;

/** What is sent of it; the server says what is missing. */
export function bodyOf(written: Written, today: string | undefined): object {
  const { action, person, right } = written;
  const what = {
    kind: text(written.kind),
    words: written.kind === 'something_else' ? text(written.words) : undefined,
    at_schools: text(written.at_schools),
    until: text(written.until),
  };
  const whose =
    person === somebody_else
      ? { name: text(written.name), job: text(written.job) }
      : { person: number(person) };
  return {
    action,
    ...(action === 'add' ? whose : { right: number(right) }),
    ...(action !== 'remove' && what),
    why: written.why,
    from: written.from || today,
  };
}

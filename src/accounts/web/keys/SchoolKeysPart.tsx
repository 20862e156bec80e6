import { Suspense, useState } from 'react';
import type { SchoolKeys } from '#accounts/rules/keys/key.ts';
import { api, attempt, Button, CheckBox, Notice, Skeleton, useGet, useLive } from '#ui/ui.ts';
import { PersonAccess } from './PersonAccess.tsx';
import { useKeyWords } from './words.ts';
import './keys.css';

/** Whether a school's people need keys of their own, who has one, and what to do about a lost one. */
export const SchoolKeysPart = (props: { school: number }) => (
  <Suspense fallback={<Skeleton lines={4} />}>
    <Part {...props} />
  </Suspense>
);

function Part({ school }: { school: number }) {
  const words = useKeyWords();
  const path = `/api/schools/${school}/keys`;
  const { data, problem, put, reload } = useGet<SchoolKeys>(path);
  useLive(({ kind }) => (kind.startsWith('key') || kind.startsWith('person_')) && reload(), reload);
  const say = (needed: boolean) =>
    void attempt(
      async () => {
        put(await api.put<SchoolKeys>(path, { needed }));
        return words.school.said;
      },
      async () => undefined,
    );
  return (
    <section className="access-of-school">
      <header>
        <div>
          <h2>{words.school.title}</h2>
          <p className="quiet t-13">{words.school.lead}</p>
        </div>
      </header>
      {problem && !data && <Notice tone="bad" title={problem.detail} />}
      {data && (
        <>
          <CheckBox
            label={
              <>
                {words.school.needed}
                <span className="hint">{words.school.needed_hint}</span>
              </>
            }
            checked={data.needed}
            onChange={event => say(event.target.checked)}
          />
          <ul className="lines">
            {data.people.map(person => (
              <PersonLine key={person.id} person={person} onChanged={reload} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface PersonLineProps {
  person: SchoolKeys['people'][number];
  onChanged: () => void;
}

function PersonLine({ person: { id, name, keys, sessions }, onChanged }: PersonLineProps) {
  const words = useKeyWords();
  const [open, setOpen] = useState(false);
  const has = keys.map(kind => words.kind[kind]).join(', ') || words.school.none;
  return (
    <li>
      <span className="line-text">
        <span className="name">{name}</span>
        <br />
        <span className="quiet t-13">
          {has} · {words.school.count(sessions)}
        </span>
      </span>
      <span className="deeds">
        <Button
          look="bare"
          small
          aria-expanded={open}
          aria-label={words.access.open_of(name)}
          onClick={() => setOpen(!open)}
        >
          {words.access.open}
        </Button>
      </span>
      {open && <PersonAccess {...{ id, name, onChanged }} />}
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askVersions, useDeskStatusWords } from './asking.ts';

/** What was changed in its text, by whom; asked for when it is opened. */
export function VersionsPart({ id, edition }: { id: string; edition: number }) {
  const words = useDeskStatusWords().versions;
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...askVersions(id), enabled: open });
  // As it was begun and published nothing of it was changed.
  if (edition < 2) return null;
  return (
    <details className="status-versions" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      {data?.items.length === 0 && <p className="quiet t-13">{words.none}</p>}
      {data?.items.map(({ edition: which, by, at, lines }) => (
        <section key={which}>
          <p className="quiet t-13">{words.changed(by, at.words)}</p>
          {lines
            .filter(({ kind }) => kind !== 'same')
            .map(({ kind, text }, place) => (
              <p key={place}>{kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>}</p>
            ))}
        </section>
      ))}
    </details>
  );
}

import { useState } from 'react';
import type { Topic, Topics } from '#forum/rules/topic.ts';
import { Button, TextField, useGet, withQuery } from '#ui/ui.ts';
import type { Deed } from '../use-topic.ts';
import { useForumWords } from '../words.ts';

interface MergePartProps {
  topic: Topic;
  deed: (what: Deed, said?: string, back?: Deed) => Promise<void>;
  onClose: () => void;
}

/** Which topic this one is merged into: what is most like it stands there at once. */
export function MergePart({ topic, deed, onClose }: MergePartProps) {
  const { merge: words, deeds, done } = useForumWords();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const { data } = useGet<Topics>(
    withQuery('/api/topics', { ...(q ? { q } : { like: topic.title }), limit: 6 }),
  );
  const items = data?.items.filter(({ id }) => id !== topic.id);
  const path = `/api/topics/${topic.id}/merge`;
  return (
    <div className="forum-form">
      <TextField
        label={words.label}
        hint={words.hint}
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      {items?.length === 0 && <p className="quiet">{words.none}</p>}
      <ul className="deeds">
        {items?.map(({ id, title }) => (
          <li key={id}>
            <Button
              small
              onClick={() =>
                void deed({ method: 'put', path, body: { into: id } }, done.merged, {
                  method: 'delete',
                  path,
                })
              }
            >
              {words.go(title)}
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <Button small look="bare" onClick={onClose}>
          {deeds.cancel}
        </Button>
      </p>
    </div>
  );
}

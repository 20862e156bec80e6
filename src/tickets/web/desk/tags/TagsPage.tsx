import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, IconButton, NotYet, refused, TextField, toast } from '#ui/ui.ts';
import { fitting } from '../frame/palette/fuzzy.ts';
import { ToSettings } from '../settings/ToSettings.tsx';
import { askTagCounts, useTagWords, type CountedTag } from './asking.ts';
import { MergeSheet, RenameSheet } from './TagSheets.tsx';

const most_without_search = 12;
type Editing = { what: 'rename' | 'merge'; tag: CountedTag };

/** Every tag with its tickets; the coordinator renames, merges and deletes them. */
export function TagsPage() {
  const words = useTagWords().page;
  const asked = useQuery(askTagCounts());
  const { data } = asked;
  const [typed, setTyped] = useState('');
  const [editing, setEditing] = useState<Editing>();
  const shown = data && fitting(data, typed);
  const close = () => setEditing(undefined);
  return (
    <WorkPage above={<ToSettings />} title={words.title} lead={words.lead}>
      <NotYet asked={asked} lines={6} />
      {data?.length === 0 && <p className="empty">{words.empty}</p>}
      {data && data.length > most_without_search && (
        <TextField label={words.search} value={typed} onChange={event => setTyped(event.target.value)} />
      )}
      {shown?.length === 0 && data!.length > 0 && <p className="empty">{words.none_found}</p>}
      {shown && shown.length > 0 && (
        <ul className="lines">
          {shown.map(tag => (
            <TagLine key={tag.id} tag={tag} alone={data!.length === 1} onEdit={setEditing} />
          ))}
        </ul>
      )}
      {editing?.what === 'rename' && <RenameSheet tag={editing.tag} onClose={close} />}
      {editing?.what === 'merge' && <MergeSheet tag={editing.tag} all={data ?? []} onClose={close} />}
    </WorkPage>
  );
}

interface TagLineProps {
  tag: CountedTag;
  /** There is no other to merge it into. */
  alone: boolean;
  onEdit: (editing: Editing) => void;
}

function TagLine({ tag, alone, onEdit }: TagLineProps) {
  const words = useTagWords().page;
  const { name, open, all, merged, can } = tag;
  const keep = useKeeping();
  return (
    <li>
      <span className="line-text">
        <Link to="/desk" search={{ state: 'all', tag: String(tag.id) }} className="name">
          {name}
        </Link>{' '}
        <span className="quiet t-13">{words.on(open, all)}</span>
        {merged.length > 0 && (
          <span className="quiet t-13">
            <br />
            {words.merged}{' '}
            {merged.map(other => (
              <span key={other.id} className="tag">
                {other.name}
                {can.change && (
                  <IconButton
                    small
                    icon="x"
                    label={words.apart(other.name)}
                    onClick={() => keep.apart(other)}
                  />
                )}
              </span>
            ))}
          </span>
        )}
      </span>
      {can.change && (
        <span className="deeds">
          <Button
            small
            look="bare"
            aria-label={words.rename_named(name)}
            onClick={() => onEdit({ what: 'rename', tag })}
          >
            {words.rename}
          </Button>
          {!alone && (
            <Button
              small
              look="bare"
              aria-label={words.merge_named(name)}
              onClick={() => onEdit({ what: 'merge', tag })}
            >
              {words.merge}
            </Button>
          )}
          <Button small look="bare" aria-label={words.delete_named(name)} onClick={() => keep.remove(tag)}>
            {words.delete}
          </Button>
        </span>
      )}
    </li>
  );
}

type Named = Pick<CountedTag, 'id' | 'name'>;

/** Deeds without a form; each can be taken back from what says that it was done. */
function useKeeping() {
  const words = useTagWords().page;
  const client = useQueryClient();
  const deed = useMutation({
    mutationFn: (call: () => Promise<unknown>) => call(),
    onError: refused,
    onSettled: () => void client.invalidateQueries(),
  });
  const patch = (tag: Named, body: object) => () => api.patch(`/api/tags/${tag.id}`, body);
  const back = (tag: Named) =>
    deed.mutate(patch(tag, { removed: false }), {
      onSuccess: () => toast({ text: words.restored(tag.name) }),
    });
  return {
    apart: (tag: Named) =>
      deed.mutate(patch(tag, { stands_for: null }), {
        onSuccess: () => toast({ text: words.apart_now(tag.name) }),
      }),
    remove: (tag: Named) =>
      deed.mutate(() => api.delete(`/api/tags/${tag.id}`), {
        onSuccess: () =>
          toast({ text: words.deleted(tag.name), action: { label: words.undo, run: () => back(tag) } }),
      }),
  };
}

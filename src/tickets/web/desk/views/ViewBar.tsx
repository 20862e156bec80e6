import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '#ui/ui.ts';
import { queryOf, type ListSearch } from '../filters.ts';
import { useListWords } from '../list/words/use-words.ts';
import { useKeeping } from './keeping.ts';
import { searchOf, type InForce } from './use-views.ts';
import { soon } from '#ui/floating/soon.tsx';

const ViewSheet = soon(async () => (await import('./ViewSheet.tsx')).ViewSheet);

/** While the list is another than its view keeps: keep it so, keep it under another name, or go back. */
export function ViewBar({ search, in_force: { view, changed } }: { search: ListSearch; in_force: InForce }) {
  const words = useListWords().views;
  const navigate = useNavigate();
  const keep = useKeeping();
  const [naming, setNaming] = useState(false);
  const to = (there: ListSearch) => void navigate({ to: '.', search: there, replace: true });
  return (
    <div className="view-bar" role="group" aria-label={words.changed} hidden={!changed && !naming}>
      {view && <span className="quiet">{words.changed}</span>}
      {view?.stored?.can.change && (
        <Button look="bare" small onClick={() => void keep.update(view.stored!, queryOf(search))}>
          {words.save}
        </Button>
      )}
      <Button look="bare" small onClick={() => setNaming(true)}>
        {words.save_as}
      </Button>
      {view && (
        <Button look="bare" small onClick={() => to(searchOf(view, search))}>
          {words.back}
        </Button>
      )}
      {naming && (
        <ViewSheet
          query={queryOf(search)}
          onClose={() => setNaming(false)}
          onSaved={({ id }) => to({ ...search, view: String(id) })}
        />
      )}
    </div>
  );
}

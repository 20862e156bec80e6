import { Link } from '@tanstack/react-router';
import { soon } from '#ui/floating/soon.tsx';
import type { ListSearch } from '../filters.ts';
import { queryOf } from '../filters.ts';
import { useListWords } from '../list/words/use-words.ts';
import { useDeskWords } from '../words/use-words.ts';
import { searchOf, useLiveViews, useViews, viewInForce, type DeskView, type InForce } from './use-views.ts';
import './views.css';

const ViewMenu = soon(async () => (await import('./ViewMenu.tsx')).ViewMenu);

/** The views in the navigation: those of every desk, one's own, those that colleagues share. */
export function ViewLinks({ search }: { search: ListSearch | undefined }) {
  const words = useListWords().views;
  const { label } = useDeskWords().views;
  useLiveViews();
  const views = useViews(search?.view);
  const in_force = search ? viewInForce(views, search) : { view: undefined, changed: false };
  const parts = [
    { kind: 'built_in', title: undefined },
    { kind: 'own', title: words.mine },
    { kind: 'shared', title: words.shared },
  ] as const;
  return parts.map(({ kind, title }) => {
    const those = views.filter(view => view.kind === kind);
    if (those.length === 0) return null;
    return (
      <div key={kind} className="view-links">
        {title && <h2>{title}</h2>}
        <ul aria-label={title ?? label}>
          {those.map(view => (
            <ViewLink key={view.id} view={view} in_force={in_force} search={search} />
          ))}
        </ul>
      </div>
    );
  });
}

interface ViewLinkProps {
  view: DeskView;
  in_force: InForce;
  search: ListSearch | undefined;
}

function ViewLink({ view, in_force, search }: ViewLinkProps) {
  const words = useListWords().views;
  const current = in_force.view?.id === view.id;
  const { stored } = view;
  const by = view.kind === 'shared' && stored ? words.shared_by(stored.owner.name) : undefined;
  return (
    <li className={stored?.can.change ? 'with-menu' : undefined}>
      <Link
        to="/desk"
        search={searchOf(view, search)}
        aria-current={current ? 'page' : undefined}
        activeProps={{}}
        activeOptions={{ exact: true, includeSearch: true }}
        title={by ?? (stored ? view.name : undefined)}
      >
        <span>{view.name}</span>
        <b>{view.count?.toLocaleString()}</b>
      </Link>
      {stored?.can.change && (
        <ViewMenu view={stored} shown={search && current && in_force.changed ? queryOf(search) : undefined} />
      )}
    </li>
  );
}

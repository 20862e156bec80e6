import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { GuideVersion, KeptGuide } from '#guide/rules/editing.ts';
import { api, attempt, Button, Notice, Select, Time } from '#ui/ui.ts';
import type { GuideSearch } from '../../search.ts';
import { kept_guide, useGuideWords } from '../asking.ts';
import type { Editing } from './use-editing.ts';

interface VersionShownProps {
  shown: GuideVersion;
  kept: KeptGuide;
  editing: Editing;
}

/** Over a version that is read: which it is, what it is compared with, and the way to begin the draft from it. */
export function VersionShown({ shown, kept, editing }: VersionShownProps) {
  const words = useGuideWords().edit;
  const search: GuideSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const take = useTaking(kept, editing);
  const { version, against, why } = shown;
  const line = kept.versions.find(each => each.version === version);
  return (
    <Notice title={words.reads_version(version)}>
      <p>
        {why}
        {line && (
          <span className="quiet t-13">
            {' '}
            · {line.by ?? words.by_firstline} · <Time moment={line.at} />
          </span>
        )}
      </p>
      <div className="version-deeds">
        <Select
          label={words.compare_with}
          value={against ?? ''}
          onChange={({ target: { value } }) =>
            void navigate({
              to: '/desk/guide',
              search: { ...search, against: value || undefined },
              replace: true,
            })
          }
        >
          {against === null && <option value="">–</option>}
          {kept.versions
            .filter(each => each.version !== version)
            .map(each => (
              <option key={each.version} value={each.version}>
                {words.show_version(each.version)} · {each.why}
              </option>
            ))}
        </Select>
        {kept.can.write && (
          <Button onClick={() => void take(version)} aria-disabled={editing.state !== 'kept'}>
            {words.begin_from}
          </Button>
        )}
        <Link to="/desk/guide" search={{ ...search, version: undefined, against: undefined }}>
          {words.to_now}
        </Link>
      </div>
      {kept.can.write && kept.draft && <p className="quiet t-13">{words.replaces(kept.draft.by)}</p>}
    </Notice>
  );
}

/** Lays a version into the draft, and offers to put back what stood there. */
function useTaking(kept: KeptGuide, { edition, state }: Editing) {
  const words = useGuideWords().edit;
  const client = useQueryClient();
  const search: GuideSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  return (version: number) => {
    if (state !== 'kept') return;
    const stood = kept.draft;
    let laid = 0;
    const show = (now: KeptGuide) => client.setQueryData(kept_guide, now);
    const undo = () =>
      attempt(
        async () => {
          show(
            stood
              ? await api.put<KeptGuide>('/api/guide/draft', { guide: stood.guide, edition: laid })
              : await api.delete<KeptGuide>(`/api/guide/draft?edition=${laid}`),
          );
          return words.put_back;
        },
        async () => undefined,
      );
    return attempt(
      async () => {
        const now = await api.post<KeptGuide>(`/api/guide/versions/${version}/draft`, { edition });
        laid = now.draft!.edition;
        show(now);
        return words.taken(version);
      },
      () => navigate({ to: '/desk/guide', search: { ...search, version: undefined, against: undefined } }),
      { label: words.undo, run: () => void undo() },
    );
  };
}

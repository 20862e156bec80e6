import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { kind_names, school_kinds, school_sorts } from '#schools/rules/kinds.ts';
import type { Option } from '#ui/floating/option.ts';
import { PickMenu } from '#ui/floating/PickMenu.tsx';
import { PickSeveral } from '#ui/floating/PickSeveral.tsx';
import { buttonClass, Icon, useLang } from '#ui/ui.ts';
import { askWaves } from '../waves/asking.ts';
import { useSchoolListWords } from './asking.ts';
import { narrowed, searchWith, valuesOf, type SchoolsSearch } from './search.ts';
import { useRoom } from '#ui/parts/use-room.ts';

const pause_ms = 120;

/** What the list is narrowed to: words, kinds, waves; the address is what holds it. */
export function Narrowing({ search }: { search: SchoolsSearch }) {
  const words = useSchoolListWords();
  const [lang] = useLang();
  const narrow = !useRoom();
  const waves = useQuery(askWaves()).data?.items ?? [];
  const kinds = school_kinds.map(id => ({ id, name: kind_names[id][lang] }));
  const in_waves = [
    { id: 'none', name: words.no_wave },
    ...waves.map(({ id, name }) => ({ id: String(id), name })),
  ];
  return (
    <div className="school-filters" role="group" aria-label={words.filters}>
      <Words search={search} />
      <Several search={search} name="kind" label={words.kind} options={kinds} />
      <Several search={search} name="wave" label={words.wave} options={in_waves} />
      {narrow && <Order search={search} />}
      {narrowed(search) && (
        <Link
          to="/desk/schools"
          search={search.sort ? { sort: search.sort } : {}}
          className={buttonClass({ look: 'bare', small: true })}
        >
          {words.clear}
        </Link>
      )}
    </div>
  );
}

/** Where there are no headings to press. */
function Order({ search: { sort = 'name', ...rest } }: { search: SchoolsSearch }) {
  const words = useSchoolListWords();
  const navigate = useNavigate();
  const options = school_sorts.flatMap(name => [
    { id: name as string, name: words.columns[name] },
    { id: `-${name}`, name: words.turned(words.columns[name]) },
  ]);
  return (
    <PickMenu
      label={words.order}
      className="chip-face"
      value={sort}
      options={options}
      onPick={id =>
        void navigate({
          to: '/desk/schools',
          search: searchWith(rest, 'sort', id === 'name' ? '' : id),
          replace: true,
        })
      }
    >
      {words.order_by(options.find(({ id }) => id === sort)?.name ?? sort)}
    </PickMenu>
  );
}

/** Found as one types: what is typed goes into the address when the hand pauses. */
function Words({ search }: { search: SchoolsSearch }) {
  const words = useSchoolListWords();
  const navigate = useNavigate();
  const asked = search.words ?? '';
  const [typed, setTyped] = useState(asked);
  const [sent, setSent] = useState(asked);
  // The address was changed elsewhere, such as by going back.
  if (asked !== sent) {
    setSent(asked);
    setTyped(asked);
  }
  useEffect(() => {
    if (typed.trim() === sent) return;
    const timer = setTimeout(() => {
      setSent(typed.trim());
      void navigate({
        to: '/desk/schools',
        search: before => searchWith(before, 'words', typed.trim()),
        replace: true,
      });
    }, pause_ms);
    return () => clearTimeout(timer);
  }, [typed, sent, navigate]);
  return (
    <label className="school-words">
      <span className="sr">{words.find}</span>
      <Icon name="search" />
      <input
        className="control"
        type="search"
        maxLength={200}
        placeholder={words.find_hint}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
    </label>
  );
}

interface SeveralProps {
  search: SchoolsSearch;
  name: 'kind' | 'wave';
  label: string;
  options: readonly Option[];
}

function Several({ search, name, label, options }: SeveralProps) {
  const words = useSchoolListWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const values = valuesOf(search[name]);
  const chosen = options.filter(({ id }) => values.includes(id)).map(option => option.name);
  return (
    <PickSeveral
      label={label}
      find={words.find_wave}
      values={values}
      options={options}
      onPick={ids =>
        void navigate({ to: '/desk/schools', search: searchWith(search, name, ids.join(',')), replace: true })
      }
      open={open}
      onOpen={setOpen}
    >
      {chosen.length > 0 ? `${label}: ${chosen.join(', ')}` : label} <Icon name="down" size={12} />
    </PickSeveral>
  );
}

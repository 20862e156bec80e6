import { useQuery } from '@tanstack/react-query';
import { scopes, type Scope } from '#configuration/rules/scope.ts';
import { askSchools } from '#schools/web/schools.ts';
import { askWaves } from '#schools/web/waves/asking.ts';
import { PickNamed } from '#ui/floating/PickNamed.tsx';
import { RadioGroup } from '#ui/ui.ts';
import { useDeskWords } from './asking.ts';

/** The schools affected as they are being said; none yet where nothing is settled. */
export interface Said {
  kind: Scope | undefined;
  schools: number[];
  waves: number[];
}

/** As the server takes it. */
export const scopeOf = ({ kind, schools, waves }: Said) =>
  kind && { kind, ...(kind === 'some' && { schools }), ...(kind === 'waves' && { waves }) };

interface ScopePickProps {
  said: Said;
  onChange: (said: Said) => void;
  error: string | undefined;
}

/** All schools, waves, some by name, or only the one that asks. */
export function ScopePick({ said, onChange, error }: ScopePickProps) {
  const words = useDeskWords().settle;
  const schools = useQuery(askSchools()).data ?? [];
  const waves = useQuery(askWaves()).data?.items ?? [];
  return (
    <div className="for-whom">
      <RadioGroup
        name="scope"
        label={words.scope}
        choices={scopes.map(value => ({ value, label: words.scopes[value] }))}
        value={said.kind}
        error={error}
        onChange={kind => onChange({ ...said, kind })}
      />
      {said.kind === 'some' && (
        <PickNamed
          words={{ choose: words.choose, many: words.chosen }}
          label={words.which_schools}
          find={words.find_school}
          values={said.schools}
          options={schools.map(({ id, name, code, town }) => ({
            id: String(id),
            name,
            hint: [code, town].filter(Boolean).join(' · '),
          }))}
          onPick={picked => onChange({ ...said, schools: picked })}
        />
      )}
      {said.kind === 'waves' && (
        <PickNamed
          words={{ choose: words.choose, many: words.chosen }}
          label={words.which_waves}
          find={words.find_wave}
          values={said.waves}
          options={waves.map(({ id, name, schools: count }) => ({
            id: String(id),
            name,
            hint: String(count),
          }))}
          onPick={picked => onChange({ ...said, waves: picked })}
        />
      )}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Team } from '#accounts/rules/team.ts';
import type { TeamRules as Rules } from '#tickets/rules/handing/team-rule.ts';
import { api, Button, Nothing } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { askTeamRules, useSaid } from './keeping.ts';
import { RuleSheet } from './RuleSheet.tsx';
import { useHandingWords } from './words.ts';

export type Rule = Rules['items'][number];

/** Which new tickets go to which team: lines in order, the first that fits. */
export function TeamRules({ teams }: { teams: readonly Team[] }) {
  const words = useHandingWords().rules;
  const { data } = useQuery(askTeamRules());
  const put = useReplacing(data);
  const [sheet, setSheet] = useState<number>();
  if (!data) return null;
  const { items, can } = data;
  const with_line = (place: number, rule: Rule) => [
    ...items.slice(0, place),
    rule,
    ...items.slice(place + 1),
  ];
  return (
    <section>
      <header>
        <div>
          <h2>{words.title}</h2>
          <p className="second t-13">{words.lead}</p>
        </div>
        {can.change && teams.length > 0 && (
          <Button small icon="plus" onClick={() => setSheet(items.length)}>
            {words.add}
          </Button>
        )}
      </header>
      {items.length === 0 && (
        <Nothing title={words.none} hint={teams.length === 0 ? words.first_team : words.none_hint} />
      )}
      {items.length > 0 && (
        <ol className="lines team-rules">
          {items.map((rule, place) => (
            <RuleLine
              key={JSON.stringify(rule)}
              rule={rule}
              place={place}
              items={items}
              can={can.change}
              onPut={put}
              onChange={() => setSheet(place)}
            />
          ))}
        </ol>
      )}
      {sheet !== undefined && (
        <RuleSheet
          rule={items[sheet]}
          place={sheet}
          teams={teams}
          onSave={rule => put(with_line(sheet, rule))}
          onClose={() => setSheet(undefined)}
        />
      )}
    </section>
  );
}

interface RuleLineProps {
  rule: Rule;
  place: number;
  items: readonly Rule[];
  can: boolean;
  onPut: (rules: readonly Rule[]) => void;
  onChange: () => void;
}

function RuleLine({ rule, place, items, can, onPut, onChange }: RuleLineProps) {
  const all = useHandingWords();
  const words = all.rules;
  const { categories } = useTicketWords();
  const some = (names: readonly string[]) =>
    names.length > 3 ? words.several(names.slice(0, 2).join(', '), names.length - 2) : names.join(', ');
  const moved = (to: number) => {
    const rest = items.filter(each => each !== rule);
    onPut([...rest.slice(0, to), rule, ...rest.slice(to)]);
  };
  return (
    <li>
      <span className="rule-place" aria-hidden="true">
        {place + 1}
      </span>
      <span className="line-text">
        {rule.categories ? some(rule.categories.map(id => categories[id])) : words.any_category},{' '}
        {rule.schools ? some(rule.schools.map(({ name }) => name)) : words.any_school}{' '}
        <span className="name">{words.to(rule.team.name)}</span>
      </span>
      {can && (
        <span className="deeds">
          <Button
            look="bare"
            small
            disabled={place === 0}
            aria-label={words.up(place + 1)}
            onClick={() => moved(place - 1)}
          >
            ↑
          </Button>
          <Button
            look="bare"
            small
            disabled={place === items.length - 1}
            aria-label={words.down(place + 1)}
            onClick={() => moved(place + 1)}
          >
            ↓
          </Button>
          <Button look="bare" small aria-label={words.change_line(place + 1)} onClick={onChange}>
            {all.change}
          </Button>
          <Button
            look="bare"
            small
            aria-label={words.remove_line(place + 1)}
            onClick={() => onPut(items.filter(each => each !== rule))}
          >
            {all.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Puts another list in the place of this one; the way back is this one again. */
function useReplacing(data: Rules | undefined): (rules: readonly Rule[]) => void {
  const words = useHandingWords().rules;
  const said = useSaid();
  const put = (rules: readonly Rule[], version: number) =>
    api.put<Rules>('/api/team-rules', {
      version,
      rules: rules.map(({ team, categories, schools }) => ({
        team: team.id,
        categories,
        schools: schools && schools.map(({ id }) => id),
      })),
    });
  return rules => {
    let version = 0;
    if (data)
      void said(
        async () => {
          ({ version } = await put(rules, data.version));
          return words.saved;
        },
        async () => {
          await put(data.items, version);
          return words.undone;
        },
      );
  };
}

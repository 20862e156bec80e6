import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Team } from '#accounts/rules/team.ts';
import { askSchools } from '#schools/web/schools.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Select } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { Some } from './Some.tsx';
import type { Rule } from './TeamRules.tsx';
import { useHandingWords } from './words.ts';

interface RuleSheetProps {
  rule: Rule | undefined;
  place: number;
  teams: readonly Team[];
  onSave: (rule: Rule) => void;
  onClose: () => void;
}

/** Tickets of which categories and schools go to which team; none chosen is any. */
export function RuleSheet({ rule, place, teams, onSave, onClose }: RuleSheetProps) {
  const all = useHandingWords();
  const words = all.rules;
  const labels = useTicketWords();
  const known = useQuery(askSchools()).data ?? [];
  const [team, setTeam] = useState(String(rule?.team.id ?? teams[0]?.id ?? ''));
  const [categories, setCategories] = useState<readonly string[]>(rule?.categories ?? []);
  const [schools, setSchools] = useState(rule?.schools?.map(({ id }) => String(id)) ?? []);
  const save = () => {
    const chosen = teams.find(({ id }) => String(id) === team);
    if (!chosen) return;
    onSave({
      team: chosen,
      categories: categories.length > 0 ? category_ids.filter(id => categories.includes(id)) : null,
      schools: schools.length > 0 ? known.filter(({ id }) => schools.includes(String(id))) : null,
    });
    onClose();
  };
  return (
    <SheetForm
      title={rule ? words.change_this(place + 1) : words.add}
      deed={all.save}
      cancel={all.cancel}
      busy={false}
      problem={undefined}
      onSubmit={save}
      onClose={onClose}
    >
      <Some
        label={words.categories}
        any={words.any_category}
        options={category_ids.map(id => ({ id, name: labels.categories[id] }))}
        values={categories}
        onPick={setCategories}
      />
      <Some
        label={words.schools}
        any={words.any_school}
        options={known.map(({ id, name, town }) => ({ id: String(id), name, hint: town ?? undefined }))}
        values={schools}
        onPick={setSchools}
      />
      <Select label={words.team} value={team} onChange={event => setTeam(event.target.value)}>
        {teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </SheetForm>
  );
}

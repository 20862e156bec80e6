import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { Problem } from '#ui/ui.ts';
import { CustomFields } from '../../fields/CustomFields.tsx';
import { sentValues, type Written } from '../../fields/written.ts';
import { valueOf } from '../opening/opened.ts';
import { askFields } from './asking.ts';

interface OpeningCustomFieldsProps {
  fields: Written;
  set: (changed: Record<string, string>) => void;
  problem: Problem | undefined;
  people: readonly { id: number; name: string }[];
}

/** What of a new ticket decides which fields it has. */
const aboutOf = (fields: Written) => ({
  category: valueOf(fields, 'category'),
  impact: valueOf(fields, 'impact'),
  urgency: valueOf(fields, 'urgency'),
});

/** The fields of the category that was chosen, in the form of a new ticket. */
export function OpeningCustomFields({ fields, set, problem, people }: OpeningCustomFieldsProps) {
  const { data } = useQuery(askFields());
  if (!data || !fields['category']) return null;
  return (
    <Suspense fallback={null}>
      <CustomFields
        opening
        fields={data.items}
        written={fields}
        about={aboutOf(fields)}
        change={set}
        problem={problem}
        people={people}
        today={data.today}
      />
    </Suspense>
  );
}

/** What of them is sent with the ticket. */
export function useOpeningValues(): (fields: Written) => object {
  const { data } = useQuery(askFields());
  return fields => (data ? { fields: sentValues(data.items, fields, aboutOf(fields)) } : {});
}

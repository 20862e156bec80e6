import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changesOf } from '#schools/rules/changes.ts';
import type { SchoolChange, SchoolWithPeople } from '#schools/rules/school.ts';
import { toast, useSubmit } from '#ui/ui.ts';
import { askSchool } from '../schools.ts';
import { useSchoolPageWords } from './asking.ts';

/** A form's fields, as the school has them. */
export type Given = Omit<SchoolChange, 'version' | 'wave'> & { wave?: SchoolWithPeople['wave'] };

/**
 * A form on some of a school's facts. What the person left as it was is not sent, so that it stays as somebody else
 * may have put it. Refused because the school was changed since, it shows what is new, and saving again means it.
 */
export function useChanging(school: SchoolWithPeople, onClose: () => void) {
  const words = useSchoolPageWords();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<SchoolWithPeople>('patch');
  /** As it was when the form was opened, and as the person knows it now. */
  const [opened] = useState(school);
  const [known, setKnown] = useState(school);
  const save = async (given: Given) => {
    const changed = changesOf(opened, { ...opened, ...given } as SchoolWithPeople);
    const sent = Object.entries(given).filter(([field]) => field in changed);
    if (sent.length === 0) return onClose();
    const { wave, ...rest } = Object.fromEntries(sent) as Given;
    const body = { version: known.version, ...rest, ...(wave !== undefined && { wave: wave?.id ?? null }) };
    const { queryKey } = askSchool(school.id);
    const after = await submit(`/api/schools/${school.id}`, body);
    if (!after) {
      await client.refetchQueries({ queryKey, exact: true });
      return setKnown(client.getQueryData<SchoolWithPeople>(queryKey) ?? known);
    }
    client.setQueryData(queryKey, after);
    void client.invalidateQueries({ queryKey: ['school', school.id, 'history'] });
    void client.invalidateQueries({ queryKey: ['schools'] });
    toast({ text: words.saved });
    onClose();
  };
  return { opened, save, busy, problem, meanwhile: changesOf(opened, known) };
}

import { useEffect } from 'react';
import { setBrand } from '#ui/brand.ts';
import { useGet } from '#ui/ui.ts';
import type { PublicIgroup } from '../rules/igroup/igroup.ts';

/** What the group and the system are called, for who is not signed in; the mark carries the name from then on. */
export function useNames(): PublicIgroup | undefined {
  const { data } = useGet<PublicIgroup>('/api/igroup');
  useEffect(() => {
    if (data) setBrand(data.name);
  }, [data]);
  return data;
}

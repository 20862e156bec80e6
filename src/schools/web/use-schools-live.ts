import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '#ui/ui.ts';

/** Long enough for a burst to be one question to the server, as when a whole wave moves. */
const gather_ms = 300;

const concern = /^(school|wave|person|login)_/;

/** Asks again for the schools, their waves and the one that is open when something of them was changed. */
export function useSchoolsLive(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = () => {
    timer.current = undefined;
    void client.invalidateQueries({ queryKey: ['schools'] });
    void client.invalidateQueries({ queryKey: ['school'] });
  };
  useLive(({ kind }) => {
    if (concern.test(kind)) timer.current ??= setTimeout(refresh, gather_ms);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

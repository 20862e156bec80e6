import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLang } from '#ui/ui.ts';
import { makeClient } from './client.ts';

/** What the desk has asked the server for. The server words times and sentences: another language asks again. */
export function Asking({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient);
  const [lang] = useLang();
  const worded = useRef(lang);
  useEffect(() => {
    if (worded.current !== lang) void client.invalidateQueries();
    worded.current = lang;
  }, [client, lang]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

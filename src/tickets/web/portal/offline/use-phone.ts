import { useEffect, useState } from 'react';
import { keptHere } from '#ui/offline/looking.ts';

/** The desk’s telephone, as the connectivity guide that this computer has kept gives it; empty where it gives none. */
export function usePhone(): string {
  const [phone, setPhone] = useState('');
  useEffect(() => {
    const look = async () => {
      const kept = await keptHere('/api/public/guide');
      if (!kept) return;
      const { guide } = (await kept.json()) as { guide: { variables: { HELPDESK_PHONE: string } } };
      setPhone(guide.variables.HELPDESK_PHONE);
    };
    void look();
  }, []);
  return phone;
}

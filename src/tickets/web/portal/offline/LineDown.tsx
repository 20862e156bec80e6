import { useEffect, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { moment } from '#sla/rules/moments.ts';
import { keptHere, lastKnown } from '#ui/offline/looking.ts';
import { currentLang } from '#ui/ui.ts';
import { useLineWords } from './words/use-words.ts';

/** How old what one sees is, and how the desk is reached by another road: by what this computer has kept. */
export function LineDown() {
  const words = useLineWords();
  const { person, zone } = useSession();
  const [since, setSince] = useState<string>();
  const [phone, setPhone] = useState('');
  useEffect(() => {
    const say = async () => {
      const at = await lastKnown(person.id);
      // By the server’s clock of then: there is none to ask now.
      if (at) setSince(moment(at, { now: at, zone, lang: currentLang() }).exact);
      setPhone(await phoneOfDesk());
    };
    void say();
  }, [person.id, zone]);
  return (
    <>
      {since && <> {words.as_of(since)}</>}
      {phone && (
        <>
          {' '}
          {words.call} <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>.
        </>
      )}{' '}
      <a href="/guide">{words.guide}</a>
    </>
  );
}

/** The number that the connectivity guide gives; empty where it gives none. */
async function phoneOfDesk(): Promise<string> {
  const kept = await keptHere('/api/public/guide');
  if (!kept) return '';
  const { guide } = (await kept.json()) as { guide: { variables: { HELPDESK_PHONE: string } } };
  return guide.variables.HELPDESK_PHONE;
}

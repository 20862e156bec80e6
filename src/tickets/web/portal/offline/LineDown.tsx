import { useEffect, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { moment } from '#sla/rules/moments.ts';
import { lastKnown } from '#ui/offline/looking.ts';
import { currentLang } from '#ui/ui.ts';
import { telOf } from '#ui/tel.ts';
import { usePhone } from './use-phone.ts';
import { useLineWords } from './words/use-words.ts';

const opening_ms = 6000;

/** How old what one sees is, and how the desk is reached by another road: by what this computer has kept. */
export function LineDown() {
  const words = useLineWords();
  const { person, zone } = useSession();
  const [since, setSince] = useState<string>();
  const phone = usePhone();
  // Where the page was opened without a line nothing was being read yet: it makes room.
  const [from_start] = useState(() => performance.now() < opening_ms);
  useEffect(() => {
    const say = async () => {
      const known = await lastKnown(person.id);
      // By the server’s clock of then, and its rules: there is none to ask now.
      const at = known && new Date(known.at);
      if (at) setSince(moment(at, { now: at, zone, lang: currentLang() }).exact);
    };
    void say();
  }, [person.id, zone]);
  return (
    <span className={from_start ? 'from-start' : undefined}>
      {since && <> {words.as_of(since)}</>}
      {phone && (
        <>
          {' '}
          {words.call} <a href={telOf(phone)}>{phone}</a>.
        </>
      )}{' '}
      <a href="/guide">{words.guide}</a> <a href="/emergency">{words.emergency}</a>
    </span>
  );
}

import { useEffect, useRef, useState } from 'react';
import type { Present } from '#tickets/rules/attention.ts';
import { Face } from '#ui/ui.ts';
import { useFrameWords } from '../../frame/words/use-words.ts';
import { useDoing, usePresence } from './use-presence.ts';
import './who-is-here.css';

const named = 2;

/** Who else is at this ticket, said quietly: who writes first. Nothing when one is alone. */
export function WhoIsHere({ number }: { number: number }) {
  const words = useFrameWords().here;
  const place = useRef<HTMLDivElement>(null);
  const others = usePresence(number, useDoing(place));
  const sorted = [...others].sort(byDoing);
  const say = ({ person, doing }: Present) => words[doing](firstName(person.name, others));
  return (
    <div ref={place} className="who-is-here">
      {sorted.slice(0, named).map(one => (
        <span key={one.person.id} className={one.doing} title={words[one.doing](one.person.name)}>
          <Face name={one.person.name} />
          <span className="who-does">{say(one)}</span>
        </span>
      ))}
      {sorted.length > named && <span className="quiet">{words.more(sorted.length - named)}</span>}
      <Said sentence={sorted.map(say).join(', ')} />
    </div>
  );
}

const byDoing = (one: Present, other: Present) =>
  Number(other.doing === 'writing') - Number(one.doing === 'writing') || one.person.id - other.person.id;

/** The first name, unless two of them share it. */
function firstName(name: string, all: readonly Present[]): string {
  const [first] = name.split(' ');
  const alike = all.filter(({ person }) => person.name.split(' ')[0] === first).length;
  return alike > 1 ? name : first!;
}

const settles_ms = 2000;

/** Read out when it has stayed so for a moment: coming and going is not worth an interruption, and leaving is silent. */
function Said({ sentence }: { sentence: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(setSaid, settles_ms, sentence);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <span className="sr" role="status">
      {said}
    </span>
  );
}

import { useState } from 'react';
import { Button, ErrorSummary, Face, Icon, TextField, type Problem } from '#ui/ui.ts';
import { EntrancePage } from './EntrancePage.tsx';
import { useAccountWords } from './words.ts';

export interface Named {
  id: number;
  name: string;
}

interface WhoIsItProps {
  people: readonly Named[];
  busy: boolean;
  problem: Problem | undefined;
  onPick: (person: number) => void;
  onBack: () => void;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The named people behind a school's login: one press on the own name signs in (S24). */
export function WhoIsIt({ people, busy, problem, onPick, onBack }: WhoIsItProps) {
  const words = useAccountWords().who;
  const [find, setFind] = useState('');
  const found = people.filter(({ name }) => plain(name).includes(plain(find.trim())));
  return (
    <EntrancePage key="who" arriving title={words.title} lead={words.hint}>
      <ErrorSummary problem={problem} />
      {people.length > 8 && (
        <TextField label={words.find} value={find} onChange={event => setFind(event.target.value)} />
      )}
      <ul className="people">
        {found.map(({ id, name }) => (
          <li key={id}>
            <button type="button" aria-disabled={busy || undefined} onClick={() => !busy && onPick(id)}>
              <Face name={name} large /> {name} <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet t-14">{found.length ? words.not_here : words.nobody}</p>
      <Button look="bare" small icon="left" onClick={onBack}>
        {words.back}
      </Button>
    </EntrancePage>
  );
}

import type { Agent } from '#accounts/rules/session.ts';
import { Sheet } from '#ui/floating/parts.ts';
import { PersonAccess } from '../keys/PersonAccess.tsx';
import { useKeyWords } from '../keys/words.ts';

/** Keys and sessions of somebody of the iGroup, for administrators. */
export function AccessSheet({ agent: { id, name }, onClose }: { agent: Agent; onClose: () => void }) {
  const words = useKeyWords().access;
  return (
    <Sheet title={words.open_of(name)} onClose={onClose}>
      <PersonAccess id={id} name={name} />
    </Sheet>
  );
}

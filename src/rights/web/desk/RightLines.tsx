import { Link } from '@tanstack/react-router';
import type { Right } from '#rights/rules/register.ts';
import { calledIn } from '#rights/rules/words.ts';
import { buttonClass, useLang } from '#ui/ui.ts';
import { RightLine } from '../RightLine.tsx';
import { useRightsWords } from '../words.ts';

const toTicket = (number: number, name: string) => (
  <Link to="/desk/tickets/$number" params={{ number: String(number) }}>
    {name}
  </Link>
);

/** Lines of the register; over several schools each says where. */
export function RightLines({ rights, schools = false }: { rights: readonly Right[]; schools?: boolean }) {
  return (
    <ul className="lines rights-list">
      {rights.map(right => (
        <RightLine
          key={right.id}
          right={right}
          ticket={toTicket}
          deeds={<Deeds right={right} />}
          where={
            schools && (
              <Link to="/desk/schools/$id" params={{ id: String(right.school.id) }}>
                {right.school.name}
              </Link>
            )
          }
        />
      ))}
    </ul>
  );
}

function Deeds({ right }: { right: Right }) {
  const words = useRightsWords();
  const [lang] = useLang();
  if (!right.can.change) return null;
  const what = `${calledIn(right, lang)}, ${right.holder.name}`;
  const to = (action: 'change' | 'remove') => (
    <Link
      className={buttonClass({ look: 'bare', small: true })}
      to="/desk/rights/new"
      search={{ school: String(right.school.id), right: String(right.id), action }}
      aria-label={words[`${action}_this`](what)}
    >
      {words[action]}
    </Link>
  );
  return (
    <>
      {to('change')}
      {to('remove')}
    </>
  );
}

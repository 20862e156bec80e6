import { useState } from 'react';
import type { Move, Requirement } from '#tickets/rules/lifecycle.ts';
import type { Step } from '#tickets/rules/steps/step.ts';
import { Pick } from '#ui/floating/Pick.tsx';
import { useTicketWords } from '../../../words.ts';
import { RequirementField } from '../../write/RequirementField.tsx';
import { useBulkWords } from '../words.ts';
import type { StepFormProps } from './kinds.tsx';

/** What stands for what is still to be filled in, so that it can be foreseen. */
const stand_in: Record<Requirement, unknown> = {
  question: '…',
  reply: '…',
  pack: '…',
  note: '…',
  reason: '…',
  answer: '…',
  resolution_code: 'solved_l1',
  minutes: 0,
  date: '2999-12-31',
  school_agreed: true,
};
const texts: readonly Requirement[] = ['question', 'reply', 'pack', 'note', 'reason', 'answer'];
const textsFirst = (one: Requirement, other: Requirement) =>
  Number(texts.includes(other)) - Number(texts.includes(one));

function valueOf(name: Requirement, typed: string): unknown {
  if (name === 'minutes') return Number(typed);
  return name === 'school_agreed' ? true : typed;
}

/** Only moves that one of the tickets allows at least, each with what it requires. */
export function MoveForm({ chosen, tried, onChange }: StepFormProps) {
  const words = useBulkWords();
  const labels = useTicketWords();
  const [move, setMove] = useState<Move | null>(null);
  const [typed, setTyped] = useState<Partial<Record<Requirement, string>>>({});
  const requires = (name: Move | null) =>
    [...((chosen.moves.find(each => each.move === name)?.requires ?? []) as Requirement[])].sort(textsFirst);
  const tell = (name: Move, fields: typeof typed) => {
    const asked = requires(name);
    const filled = asked.filter(each => fields[each]?.trim());
    const given = (which: readonly Requirement[]) =>
      Object.fromEntries(which.map(each => [each, valueOf(each, fields[each]!)]));
    const stands = Object.fromEntries(asked.map(each => [each, stand_in[each]]));
    // Texts are not foreseen letter by letter.
    const foreseen = given(filled.filter(each => !texts.includes(each)));
    onChange({
      foreseen: { does: 'move', move: name, ...stands, ...foreseen } as Step,
      ...(filled.length === asked.length && { step: { does: 'move', move: name, ...given(asked) } as Step }),
    });
  };
  return (
    <>
      <Pick
        label={words.move.which}
        value={move}
        options={chosen.moves.map(each => ({
          id: each.move,
          name: words.move.some(each.count, labels.moves[each.move]),
        }))}
        onPick={id => {
          setMove(id as Move);
          tell(id as Move, typed);
        }}
      />
      {move && (
        <div className="requirements">
          {requires(move).map(name => (
            <RequirementField
              inside={false}
              key={name}
              name={name}
              value={typed[name] ?? ''}
              error={tried && !typed[name]?.trim() ? words.needed : undefined}
              onChange={value => {
                const next = { ...typed, [name]: value };
                setTyped(next);
                tell(move, next);
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}

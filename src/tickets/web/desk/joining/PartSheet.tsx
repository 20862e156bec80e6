import { useState } from 'react';
import type { Parting } from '#tickets/rules/joining/joining.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckBox } from '#ui/ui.ts';
import './joining.css';
import { useJoiningWords } from './use-words.ts';

interface PartSheetProps {
  parting: Parting;
  /** The ticket that is parted, to which a reply may belong. */
  parted: number;
  onPart: (take: number[]) => void;
  onClose: () => void;
}

/** Asked only when something was written since that could belong to either ticket. */
export function PartSheet({ parting, parted, onPart, onClose }: PartSheetProps) {
  const words = useJoiningWords();
  const [taken, setTaken] = useState<readonly number[]>([]);
  const what = words.parts[parting.joining.as](parting.joining.ticket.number);
  const turn = (id: number, on: boolean) =>
    setTaken(on ? [...taken, id] : taken.filter(other => other !== id));
  return (
    <SheetForm
      title={words.part_sheet.title(what)}
      deed={words.part_sheet.deed}
      cancel={words.part_sheet.cancel}
      busy={false}
      problem={undefined}
      onSubmit={() => onPart([...taken])}
      onClose={onClose}
    >
      <p className="t-13">{words.part_sheet.lead(parted)}</p>
      <ul className="since">
        {parting.since.map(({ id, author, text, written }) => (
          <li key={id}>
            <p className="quiet t-13">{words.by_at(author, written)}</p>
            <p className="since-text">{text}</p>
            <CheckBox
              label={words.part_sheet.take(parted)}
              checked={taken.includes(id)}
              onChange={event => turn(id, event.target.checked)}
            />
          </li>
        ))}
      </ul>
    </SheetForm>
  );
}

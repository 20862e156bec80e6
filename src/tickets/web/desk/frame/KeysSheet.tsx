import { Fragment } from 'react';
import { Sheet } from '#ui/floating/parts.ts';
import { CheckBox } from '#ui/ui.ts';
import { control } from './commands/control.ts';
import { commandsNow, type Where } from './commands/commands.ts';
import { useSingleKeys } from './commands/single-keys.ts';
import './keys-sheet.css';
import type { FrameWords } from './words/en.ts';
import { useFrameWords } from './words/use-words.ts';

interface Row {
  id: string;
  name: string;
  where: Where;
  /** One after the other. */
  keys: readonly string[];
  /** Together rather than one after the other. */
  together?: boolean;
}

/** The keys that a part acts on by itself, shown where that part is. */
const fixed: readonly (Omit<Row, 'name' | 'id'> & { does: keyof FrameWords['does']; beside?: string })[] = [
  { does: 'palette', where: 'anywhere', keys: [control, 'K'], together: true },
  { does: 'leave', where: 'anywhere', keys: ['Esc'] },
  { does: 'open', where: 'list', keys: ['Enter'], beside: 'down' },
  { does: 'send', where: 'ticket', keys: [control, 'Enter'], together: true, beside: 'back' },
  {
    does: 'send_and_wait',
    where: 'ticket',
    keys: [control, 'Shift', 'Enter'],
    together: true,
    beside: 'reply',
  },
  { does: 'macro_in_text', where: 'ticket', keys: [':'], beside: 'macro' },
  { does: 'answer_in_text', where: 'ticket', keys: [';'], beside: 'macro' },
  { does: 'mention', where: 'ticket', keys: ['@'], beside: 'note' },
];

/** The keys that work now, and the switch for the single ones. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const words = useFrameWords();
  const [on, setOn] = useSingleKeys();
  const commands = commandsNow();
  const rows: Row[] = [
    ...commands.flatMap(({ keys, ...command }) => (keys ? [{ ...command, keys }] : [])),
    ...fixed
      .filter(({ beside }) => !beside || commands.some(({ id }) => id === beside))
      .map(row => ({ ...row, id: row.does, name: words.does[row.does] })),
  ];
  return (
    <Sheet title={words.keys.title} onClose={onClose}>
      <div className="keys-switch">
        <CheckBox label={words.keys.single} checked={on} onChange={event => setOn(event.target.checked)} />
        <p className="quiet t-13">{words.keys.single_hint}</p>
      </div>
      <div className="keys-sheet">
        {(['anywhere', 'list', 'ticket'] as const).map(where => {
          const those = rows.filter(row => row.where === where);
          return (
            those.length > 0 && (
              <section key={where} data-where={where}>
                <h3>{words.keys.groups[where]}</h3>
                <dl>
                  {those.map(row => (
                    <KeyRow key={row.id} {...row} />
                  ))}
                </dl>
              </section>
            )
          );
        })}
      </div>
    </Sheet>
  );
}

function KeyRow({ keys, name, together }: Row) {
  return (
    <div>
      <dt>
        <Keys keys={keys} together={together} />
      </dt>
      <dd>{name}</dd>
    </div>
  );
}

/** Keys as they are pressed. */
export function Keys({ keys, together }: Pick<Row, 'keys'> & { together?: boolean | undefined }) {
  const { then } = useFrameWords().keys;
  return keys.map((key, at) => (
    <Fragment key={key}>
      {at > 0 && !together && <span className="quiet"> {then} </span>}
      <kbd>{/^[A-Z]$/.test(key) && !together ? `Shift ${key.toLowerCase()}` : key}</kbd>
    </Fragment>
  ));
}

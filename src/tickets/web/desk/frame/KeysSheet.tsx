import { Sheet } from '#ui/floating/Sheet.tsx';
import { CheckBox } from '#ui/ui.ts';
import { useDeskWords } from '../words/use-words.ts';
import './keys-sheet.css';
import { useSingleKeys } from './use-keys.ts';

const groups = {
  anywhere: [
    [['/'], 'search'],
    [['c'], 'new'],
    [['?'], 'keys'],
    [['Esc'], 'leave'],
  ],
  list: [
    [['j', '↓'], 'down'],
    [['k', '↑'], 'up'],
    [['Enter'], 'open'],
    [['u'], 'back'],
    [[']'], 'next'],
    [['['], 'previous'],
  ],
  ticket: [
    [['r'], 'reply'],
    [['n'], 'note'],
    [['i'], 'to_me'],
    [['a'], 'assign'],
    [['d'], 'details'],
    [['Ctrl', 'Enter'], 'send'],
    [['Ctrl', 'Shift', 'Enter'], 'send_and_wait'],
  ],
} as const;

/** The keys that work, and the switch for the single ones. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const words = useDeskWords().keys;
  const [on, setOn] = useSingleKeys();
  return (
    <Sheet title={words.title} onClose={onClose}>
      <div className="keys-sheet">
        {(['anywhere', 'list', 'ticket'] as const).map(group => (
          <section key={group}>
            <h3>{words.groups[group]}</h3>
            <dl>
              {groups[group].map(([pressed, does]) => (
                <div key={does}>
                  <dt>
                    {pressed.map(key => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{words.does[does]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <div>
          <CheckBox label={words.single} checked={on} onChange={event => setOn(event.target.checked)} />
          <p className="quiet t-13">{words.single_hint}</p>
        </div>
      </div>
    </Sheet>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import type { Macro } from '#tickets/rules/macros/macro.ts';
import { Opener } from '#ui/floating/Opener.tsx';
import { Lines } from '#ui/floating/parts.ts';
import { api, attempt, Icon } from '#ui/ui.ts';
import { useStepWords } from '../../steps/use-step-words.ts';
import { useMacroWords } from '../words.ts';
import type { Writing } from './MacroSheet.tsx';

interface MacroLineProps {
  macro: Macro;
  /** Whether this person keeps macros at all. */
  keeps: boolean;
  onWrite: (writing: Writing) => void;
}

/** One macro: how it begins, what it changes, whose it is, how often it was sent, and what one may do with it. */
export function MacroLine({ macro, keeps, onWrite }: MacroLineProps) {
  const words = useMacroWords().page;
  const say = useStepWords();
  const remove = useRemove();
  const { name, reply, note, steps, whose, team, used, can } = macro;
  const begins = (reply ?? note ?? '').replace(/\s+/g, ' ');
  const deeds: Record<string, { name: string; run: () => void }> = {
    ...(can.change && { change: { name: words.change, run: () => onWrite({ macro }) } }),
    ...(keeps && {
      copy: {
        name: words.duplicate,
        run: () => onWrite({ macro: copyOf(macro, words.copy_of), copy: true }),
      },
    }),
    ...(can.change && { remove: { name: words.remove, run: () => void remove(macro) } }),
  };
  return (
    <li className="macro-line">
      <div className="line-text">
        {can.change ? (
          <button type="button" className="macro-open name" onClick={() => onWrite({ macro })}>
            {name}
          </button>
        ) : (
          <span className="name">{name}</span>
        )}
        {begins && <p className="macro-begins quiet t-13">{begins}</p>}
        {steps.length > 0 && <p className="t-13">{steps.map(say).join(' · ')}</p>}
      </div>
      <span className="quiet t-13 macro-used">
        {used.last ? `${words.used(used.times)}, ${words.last_used(used.last.words)}` : words.never_used}
      </span>
      <span className="tag">{team ? team.name : words.whose[whose]}</span>
      {Object.keys(deeds).length > 0 && (
        <Opener
          opens="menu"
          label={words.menu(name)}
          name={words.menu(name)}
          className="macro-menu"
          placement="bottom end"
          floats={close => (
            <Lines
              label={words.menu(name)}
              parts={[
                {
                  options: Object.entries(deeds).map(([id, deed]) => ({ id, name: deed.name })),
                  onPick: id => setTimeout(() => deeds[id]?.run()),
                },
              ]}
              onClose={close}
            />
          )}
        >
          <Icon name="more" />
        </Opener>
      )}
    </li>
  );
}

/** A copy is one's own until it is given to others. */
const copyOf = (macro: Macro, named: (name: string) => string): Macro => ({
  ...macro,
  name: named(macro.name),
  whose: 'own',
  team: null,
});

/** Removes it, with the way to bring it back. */
function useRemove(): (macro: Macro) => Promise<void> {
  const words = useMacroWords().page;
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['macros'] });
  return ({ id }) => {
    const path = `/api/macros/${id}`;
    const back = async () => words.restored((await api.patch<Macro>(path, { removed: false })).name);
    return attempt(async () => words.removed((await api.delete<Macro>(path)).name), refresh, {
      label: words.undo,
      run: () => void attempt(back, refresh),
    });
  };
}

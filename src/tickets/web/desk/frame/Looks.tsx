import { useState } from 'react';
import { PickMenu } from '#ui/floating/PickMenu.tsx';
import {
  Button,
  lang_names,
  langs,
  setTheme,
  theme,
  themes,
  useLang,
  useUiWords,
  type Theme,
} from '#ui/ui.ts';
import { useDeskWords } from '../words/use-words.ts';

/** Language, colours, keys: how the desk looks to this person on this computer. */
export function Looks({ onKeys }: { onKeys: () => void }) {
  const { keys } = useDeskWords().nav;
  const words = useUiWords().theme;
  const [lang, speak] = useLang();
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme) => {
    setTheme(next);
    setChosen(next);
  };
  return (
    <div className="looks">
      {langs
        .filter(other => other !== lang)
        .map(other => (
          <Button key={other} look="bare" small lang={other} onClick={() => speak(other)}>
            {lang_names[other]}
          </Button>
        ))}
      <PickMenu
        label={words.label}
        value={chosen}
        options={themes.map(id => ({ id, name: words[id] }))}
        onPick={id => choose(id as Theme)}
      >
        {words.label}
      </PickMenu>
      <Button look="bare" small onClick={onKeys} aria-label={keys} title={keys}>
        ?
      </Button>
    </div>
  );
}

import { notice_kind_ids, notice_kinds } from '#tickets/rules/notices.ts';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { IconButton, Skeleton, useLang } from '#ui/ui.ts';
import { useFrameWords } from '../words/use-words.ts';
import { useChoices, useChoose } from './notices.ts';

/** Which kinds one is told of, each by its switch. */
export function Choices({ onBack }: { onBack: () => void }) {
  const words = useFrameWords().bell;
  const [lang] = useLang();
  const choices = useChoices().data;
  const choose = useChoose();
  return (
    <>
      <header className="bell-top">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone with its view */}
        <IconButton small icon="left" label={words.back} onClick={onBack} autoFocus />
        <h2>{words.settings}</h2>
      </header>
      {choices ? (
        <div className="bell-choices">
          <CheckGroup
            label={words.settings_hint}
            choices={notice_kind_ids.map(kind => ({ value: kind, label: notice_kinds[kind].name[lang] }))}
            values={notice_kind_ids.filter(kind => choices[kind])}
            onChange={on =>
              choose.mutate(Object.fromEntries(notice_kind_ids.map(kind => [kind, on.includes(kind)])))
            }
          />
        </div>
      ) : (
        <Skeleton lines={5} />
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { saidOf } from '#schools/rules/told.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Notice, useLang } from '#ui/ui.ts';
import { useSchoolPageWords } from './asking.ts';
import { Changes } from './Changes.tsx';
import type { useChanging } from './use-changing.ts';

interface ChangeFormProps {
  /** What of the school it changes. */
  what: string;
  changing: ReturnType<typeof useChanging>;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form on some of a school's facts. What somebody else has changed meanwhile stands above, and nothing is lost. */
export function ChangeForm({ what, changing, onSave, onClose, children }: ChangeFormProps) {
  const words = useSchoolPageWords();
  const [lang] = useLang();
  const { busy, problem, meanwhile } = changing;
  const said = Object.entries(meanwhile).map(([field, [from, to]]) => ({
    field,
    from: saidOf(field, from, lang),
    to: saidOf(field, to, lang),
  }));
  return (
    <SheetForm
      title={words.change_what(what)}
      deed={words.save}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={onSave}
      onClose={onClose}
    >
      {said.length > 0 && (
        <Notice title={words.meanwhile}>
          <Changes changes={said} />
          <p className="t-13">{words.meanwhile_hint}</p>
        </Notice>
      )}
      {children}
    </SheetForm>
  );
}

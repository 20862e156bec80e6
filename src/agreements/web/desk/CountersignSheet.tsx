import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { agreement_limits } from '#agreements/rules/limits.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { TextField, toast, useSubmit } from '#ui/ui.ts';
import { useChanged, useDeskWords } from './asking.ts';

interface CountersignSheetProps {
  version: number;
  schools: readonly number[];
  onClose: () => void;
}

/** The coordinator signs for the group, for one school or many. */
export function CountersignSheet({ version, schools, onClose }: CountersignSheetProps) {
  const all = useDeskWords();
  const words = all.countersign;
  const { person } = useSession();
  const changed = useChanged();
  const [role, setRole] = useState(words.coordinator);
  const { submit, busy, problem } = useSubmit<{ schools: number[] }>();
  const send = async () => {
    const done = await submit(`/api/agreements/${version}/countersignatures`, { schools, role });
    if (!done) return;
    void changed();
    toast({ text: words.done(done.schools.length) });
    onClose();
  };
  return (
    <SheetForm
      title={words.title}
      deed={words.deed}
      cancel={all.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{words.lead(schools.length, version)}</p>
      <p>{words.as(person.name)}</p>
      <TextField
        label={words.role}
        value={role}
        error={problem?.of('role')}
        maxLength={agreement_limits.role}
        onChange={({ target }) => setRole(target.value)}
      />
    </SheetForm>
  );
}

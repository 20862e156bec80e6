import { useState } from 'react';
import { school_limits } from '#schools/rules/kinds.ts';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { TextArea } from '#ui/ui.ts';
import { useSchoolPageWords } from './asking.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { useChanging } from './use-changing.ts';

export function NotesSheet({ school, onClose }: { school: SchoolWithPeople; onClose: () => void }) {
  const words = useSchoolPageWords();
  const changing = useChanging(school, onClose);
  const [notes, setNotes] = useState(changing.opened.notes ?? '');
  return (
    <ChangeForm
      what={words.sections.notes}
      changing={changing}
      onSave={() => void changing.save({ notes: notes.trim() ? notes : null })}
      onClose={onClose}
    >
      <TextArea
        label={words.notes.text}
        hint={words.notes.hint}
        autoFocus
        rows={10}
        maxLength={school_limits.notes_characters}
        value={notes}
        error={changing.problem?.of('notes')}
        onChange={event => setNotes(event.target.value)}
      />
    </ChangeForm>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { proposedUsername } from '#schools/rules/username.ts';
import type { MadeLogin } from '#schools/rules/sign-ins.ts';
import { saveFile } from '#ui/charts/saving.ts';
import { Sheet } from '#ui/floating/parts.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Button, ExactField, Notice, useLang, useSubmit } from '#ui/ui.ts';
import { pdfOf, useLoginWords } from './asking.ts';
import { LetterLang } from './LetterLang.tsx';

/** Makes a school's login, then shows once what was made, with the letter to save. */
export function LetterSheet({ school, onClose }: { school: SchoolWithPeople; onClose: () => void }) {
  const words = useLoginWords();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<MadeLogin>('put');
  const [username, setUsername] = useState(school.username ?? proposedUsername(school.code));
  const [lang, setLang] = useState(useLang()[0]);
  const [made, setMade] = useState<MadeLogin>();
  const make = async () => {
    const answer = await submit(`/api/schools/${school.id}/login`, { username, lang });
    if (!answer) return;
    setMade(answer);
    void client.invalidateQueries({ queryKey: ['school', school.id] });
  };
  if (made) return <Made school={school} made={made} onClose={onClose} />;
  return (
    <SheetForm
      title={words.sheet(school.name)}
      deed={words.deed}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void make()}
      onClose={onClose}
    >
      <p className="second">{words.sheet_lead}</p>
      {school.username && <Notice>{words.ends}</Notice>}
      <ExactField
        label={words.username}
        autoFocus
        value={username}
        error={problem?.of('username')}
        onChange={event => setUsername(event.target.value)}
      />
      <LetterLang value={lang} onChange={setLang} />
    </SheetForm>
  );
}

interface MadeProps {
  school: SchoolWithPeople;
  made: MadeLogin;
  onClose: () => void;
}

function Made({ school, made, onClose }: MadeProps) {
  const words = useLoginWords();
  return (
    <Sheet title={words.sheet(school.name)} onClose={onClose}>
      <div className="sheet-form">
        <Notice title={words.once} />
        <p>
          {words.username}
          <code>{made.username}</code>
        </p>
        <p>
          {words.password}
          <code>{made.password}</code>
        </p>
        <div className="go">
          <Button onClick={onClose}>{words.close}</Button>
          <Button
            look="main"
            icon="save"
            onClick={() => saveFile(words.file(school.code), pdfOf(made.letter))}
          >
            {words.save}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

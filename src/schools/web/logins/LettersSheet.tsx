import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SchoolSignIn } from '#schools/rules/sign-ins.ts';
import { saveFile } from '#ui/charts/saving.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Notice, Problem, toast, useLang } from '#ui/ui.ts';
import { makeLetters, pdfOf, useLoginWords } from './asking.ts';
import { LetterLang } from './LetterLang.tsx';

/** Letters for many schools: one PDF, with how far it is; stopped or left before the end it has changed nothing. */
export function LettersSheet({
  schools,
  onClose,
}: {
  schools: readonly SchoolSignIn[];
  onClose: () => void;
}) {
  const all = useLoginWords();
  const words = all.page;
  const client = useQueryClient();
  const [lang, setLang] = useState(useLang()[0]);
  const [made, setMade] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const stopping = useRef<AbortController>(undefined);
  const own = schools.filter(({ login }) => login === 'own').length;
  const make = async () => {
    const { signal } = (stopping.current = new AbortController());
    setProblem(undefined);
    setMade(0);
    try {
      const letters = await makeLetters({
        ...{ lang, signal, onMade: setMade },
        schools: schools.map(({ id }) => id),
      });
      saveFile(all.files, pdfOf(letters));
      toast({ text: words.done(schools.length) });
      onClose();
    } catch (error) {
      if (signal.aborted) return;
      setProblem(error instanceof Problem ? error : new Problem({ status: 0, detail: words.broken }));
    } finally {
      setMade(undefined);
      void client.invalidateQueries({ queryKey: ['school-logins'] });
    }
  };
  const close = () => {
    stopping.current?.abort();
    onClose();
  };
  return (
    <SheetForm
      title={words.making_title(schools.length)}
      deed={all.deed}
      cancel={made === undefined ? all.cancel : words.stop}
      busy={made !== undefined}
      problem={problem}
      onSubmit={() => made === undefined && void make()}
      onClose={close}
    >
      <p className="second">{words.making_rule}</p>
      {own > 0 && <Notice>{words.making_ends(own)}</Notice>}
      <LetterLang value={lang} onChange={setLang} />
      {made !== undefined && (
        <label role="status">
          <progress max={schools.length} value={made} /> {words.made(made, schools.length)}
        </label>
      )}
    </SheetForm>
  );
}

import { useEffect, useRef, type ReactNode } from 'react';
import '../parts/work-page.css';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { Problem } from '../net/problem.ts';
import { Sheet } from './parts.ts';

interface SheetFormProps {
  title: string;
  /** What the button says that it does. */
  deed: string;
  cancel: string;
  busy: boolean;
  problem: Problem | undefined;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A short form on a sheet. What is wrong with a field stands beside it, the rest above the buttons. */
export function SheetForm({
  title,
  deed,
  cancel,
  busy,
  problem,
  onSubmit,
  onClose,
  children,
}: SheetFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problem]);
  return (
    <Sheet title={title} onClose={onClose}>
      <form
        ref={form}
        className="sheet-form"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        {problem && problem.errors.length === 0 && <Notice tone="bad" title={problem.detail} />}
        <div className="go">
          <Button look="bare" onClick={onClose}>
            {cancel}
          </Button>
          <Button look="main" type="submit" busy={busy}>
            {deed}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

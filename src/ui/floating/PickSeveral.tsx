import type { ReactNode } from 'react';
import type { SeveralProps } from './aria/Several.tsx';
import { Opener } from './Opener.tsx';
import { Several } from './parts.ts';

interface PickSeveralProps extends SeveralProps {
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
}

/** Any number of several behind a button. */
export function PickSeveral({ open, onOpen, children, ...several }: PickSeveralProps) {
  return (
    <Opener
      opens="dialog"
      label={several.label}
      className="chip-face"
      open={open}
      onOpen={onOpen}
      floats={() => <Several {...several} />}
    >
      {children}
    </Opener>
  );
}

import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../../parts/Button.tsx';
import { useUiWords } from '../../words/words.tsx';
import './no-inline-style.ts';

export interface SheetProps {
  title: string;
  /** Shows what can't be shown again: only a button closes it. */
  firm?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet over the page for something short that stands apart from it. Escape and a press beside it close it. */
export function SheetOver({ title, firm = false, onClose, children }: SheetProps) {
  const words = useUiWords();
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable={!firm}
      isKeyboardDismissDisabled={firm}
      onOpenChange={open => !open && onClose()}
    >
      <Modal className="sheet-over">
        <Dialog>
          <header>
            <Heading slot="title">{title}</Heading>
            {!firm && <IconButton icon="x" label={words.close} onClick={onClose} />}
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

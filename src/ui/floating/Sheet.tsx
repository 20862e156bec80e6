import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../parts/Button.tsx';
import { useUiWords } from '../words/words.tsx';
import './floating.css';
import './no-inline-style.ts';

/** A sheet over the page for something short that stands apart from it. Escape and a press beside it close it. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const words = useUiWords();
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={open => !open && onClose()}>
      <Modal className="sheet-over">
        <Dialog>
          <header>
            <Heading slot="title">{title}</Heading>
            <IconButton icon="x" label={words.close} onClick={onClose} />
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

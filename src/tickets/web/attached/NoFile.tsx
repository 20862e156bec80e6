import { useRef, useState } from 'react';
import { Button, wordsOf } from '#ui/ui.ts';
import { promisesFile } from '../../rules/attached.ts';
import type { AttachedWords } from './words/en.ts';
import './no-file.css';

const useAttachedWords = wordsOf<AttachedWords>('attached');

interface NoFileAsked {
  asking: boolean;
  /** Whether the sending waits for an answer. Asked once for a text: to send it again is the answer. */
  holdsBack: () => boolean;
}

/** Looks out for a text that speaks of a file where there is none. */
export function useNoFile(text: string, files: number): NoFileAsked {
  const asked = useRef<string>(undefined);
  const [asking, setAsking] = useState<string>();
  return {
    asking: asking === text && files === 0,
    holdsBack: () => {
      if (files > 0 || asked.current === text || !promisesFile(text)) return false;
      asked.current = text;
      setAsking(text);
      return true;
    },
  };
}

/** The question, in its place beside the button that sends. */
export function NoFile({ asking, sendAnyway }: { asking: boolean; sendAnyway: () => void }) {
  const words = useAttachedWords();
  if (!asking) return null;
  return (
    <p className="no-file" role="alert">
      <span>{words.none}</span>{' '}
      <Button small onClick={sendAnyway}>
        {words.send_anyway}
      </Button>
    </p>
  );
}

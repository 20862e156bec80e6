import { useEffect, useState } from 'react';
import { useUiWords } from '../words/words.tsx';
import './notice.css';

/** A thin line above the page when something takes longer than 300 ms; what is there stays. */
export const ProgressLine = ({ when }: { when: boolean }) => (when ? <LateLine /> : null);

function LateLine() {
  const words = useUiWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return late ? <div className="progress-line" role="progressbar" aria-label={words.loading} /> : null;
}

/** Only for a first load: about as many lines as will come. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const words = useUiWords();
  return (
    <div className="skeleton" role="status">
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} />
      ))}
      <span className="sr">{words.loading}</span>
    </div>
  );
}

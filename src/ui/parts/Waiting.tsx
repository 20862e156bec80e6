import { useEffect, useState } from 'react';
import { useUiWords } from '../words/words.tsx';
import './notice.css';

/**
 * A thin line above the page when something takes longer than 300 ms; what is there stays. For the eyes alone: who
 * listens hears what has changed, and is not told of each question to the server.
 */
export const ProgressLine = ({ when }: { when: boolean }) => (when ? <LateLine /> : null);

function LateLine() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return late ? <div className="progress-line" aria-hidden="true" /> : null;
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

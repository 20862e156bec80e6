import type { ReactNode } from 'react';
import { Problem } from '../net/problem.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';
import { Skeleton } from './Waiting.tsx';

interface NotYetProps {
  asked: { data: unknown; error: unknown; refetch: () => unknown };
  /** About as many as will come. */
  lines: number;
  /** What failed and how to ask again; without them the server's own sentence is said. */
  words?: { failed: string; again: string };
}

/** What stands on a page until its answer is there: lines on their way, or why there are none. */
export function NotYet({ asked: { data, error, refetch }, lines, words }: NotYetProps) {
  if (error instanceof Problem)
    return words ? (
      <Notice tone="bad" title={words.failed}>
        <p>{error.detail}</p>
        <Button onClick={() => void refetch()}>{words.again}</Button>
      </Notice>
    ) : (
      <Notice tone="bad" title={error.detail} />
    );
  return data || error ? null : <Skeleton lines={lines} />;
}

/** An empty place: what belongs here, and the first step. */
export function Nothing({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="name">{title}</p>
      <p>{hint}</p>
      {children}
    </div>
  );
}

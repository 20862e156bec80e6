import type { AnyGuide } from './guide.ts';

/** The guide as an indented tree: each question where the way first comes to it, each answer with where it leads. */
export interface OutlineLine {
  depth: number;
  id: string;
  kind: 'question' | 'outcome' | 'nothing';
  /** The answer that leads here; none at the beginning, and at what nothing leads to. */
  by: string | null;
  /** It stands further up already. */
  seen: boolean;
}

/** All of it, what nothing leads to at the end. `by` names the answer by its id. */
export function outlineOf({ start, questions, outcomes }: AnyGuide): OutlineLine[] {
  const lines: OutlineLine[] = [];
  const seen = new Set<string>();
  const visit = (id: string, by: string | null, depth: number): void => {
    const question = questions.find(each => each.id === id);
    const kind = question ? 'question' : outcomes.some(each => each.id === id) ? 'outcome' : 'nothing';
    const before = kind === 'question' && seen.has(id);
    lines.push({ depth, id, kind, by, seen: before });
    seen.add(id);
    if (!question || before) return;
    for (const { id: answer, next } of question.answers) visit(next, answer, depth + 1);
    if (question.else_next !== undefined) visit(question.else_next, null, depth + 1);
  };
  visit(start, null, 0);
  for (const { id } of [...questions, ...outcomes]) if (!seen.has(id)) visit(id, null, 0);
  return lines;
}

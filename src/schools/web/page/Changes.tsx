import type { SchoolLine } from '#schools/rules/school.ts';
import { useSchoolPageWords } from './asking.ts';

/** What was before and what is now, field by field. */
export function Changes({ changes }: { changes: SchoolLine['changes'] }) {
  const words = useSchoolPageWords();
  return (
    <dl className="changes">
      {changes.map(({ field, from, to }) => (
        <div key={field}>
          <dt>{words.fields[field] ?? field}</dt>
          <dd>
            <del>
              <span className="sr">{words.history.before}: </span>
              {from || words.history.nothing}
            </del>{' '}
            <span aria-hidden="true">→</span>{' '}
            <ins>
              <span className="sr">{words.history.after}: </span>
              {to || words.history.nothing}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

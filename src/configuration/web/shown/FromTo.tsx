import { useConfigurationWords } from './words.ts';

/** What it is and what it becomes, one beside the other. */
export function FromTo({ was, becomes }: { was: string; becomes: string }) {
  const words = useConfigurationWords();
  return (
    <dl className="from-to">
      <div>
        <dt>{words.was}</dt>
        <dd>{was}</dd>
      </div>
      <div>
        <dt>{words.becomes}</dt>
        <dd>{becomes}</dd>
      </div>
    </dl>
  );
}

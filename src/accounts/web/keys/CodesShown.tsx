import { copyText } from '#ui/copy.ts';
import { Button, toast } from '#ui/ui.ts';
import { useKeyWords } from './words.ts';

/** Recovery codes, this once. */
export function CodesShown({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const words = useKeyWords().codes;
  const copy = () => void copyText(codes.join('\n')).then(done => done && toast({ text: words.copied }));
  return (
    <div className="key-form">
      <p>{words.lead}</p>
      <ol className="codes" aria-label={words.title}>
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="go no-print">
        <Button icon="print" onClick={() => print()}>
          {words.print}
        </Button>
        <Button onClick={copy}>{words.copy}</Button>
        <Button look="main" onClick={onKept}>
          {words.kept}
        </Button>
      </div>
    </div>
  );
}

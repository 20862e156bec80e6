import { Prose, useLang } from '#ui/ui.ts';
import type { Agreement } from '#agreements/rules/agreement.ts';
import './shown.css';

/** The document in the reader's language, as it is signed. */
export function Document({ agreement: { documents } }: { agreement: Pick<Agreement, 'documents'> }) {
  const [lang] = useLang();
  if (!documents) return null;
  return (
    <div className="agreement-document">
      <Prose html={documents[lang].html} />
    </div>
  );
}

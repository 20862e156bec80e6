import { useEffect, useState } from 'react';
import { afterPause, api, Prose } from '#ui/ui.ts';
import { useDeskStatusWords } from './asking.ts';

const rest_ms = 500;

/** What is written, as it will be read; the server says so after each pause. */
export function PreviewOf({ text, lang }: { text: string; lang: 'en' | 'fr' }) {
  const words = useDeskStatusWords().form;
  const [html, setHtml] = useState('');
  useEffect(() => {
    if (!text.trim()) return setHtml('');
    return afterPause(rest_ms, async signal =>
      setHtml((await api.post<{ html: string }>('/api/previews', { text }, { signal })).html),
    );
  }, [text]);
  if (!html) return null;
  return (
    <section className="status-preview" aria-label={words.preview}>
      <p className="quiet t-13">{words.preview}</p>
      <div lang={lang}>
        <Prose html={html} />
      </div>
    </section>
  );
}

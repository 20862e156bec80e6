import { queryOptions } from '@tanstack/react-query';
import type { MakingLine, SchoolSignIn } from '#schools/rules/sign-ins.ts';
import { api, pageHeaders, laterWords, Problem, type Lang } from '#ui/ui.ts';
import type { LoginWords } from './words/en.ts';

export const useLoginWords = laterWords<LoginWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

export const askSignIns = () =>
  queryOptions({
    queryKey: ['school-logins'],
    queryFn: ({ signal }) => api.get<{ items: SchoolSignIn[] }>('/api/school-logins', { signal }),
    select: ({ items }) => items,
  });

/** The bytes of a PDF that came as base64. */
export const pdfOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))], { type: 'application/pdf' });

interface Making {
  schools: readonly number[];
  lang: Lang;
  signal: AbortSignal;
  onMade: (made: number) => void;
}

/**
 * Has the letters of many schools made, and hears of each; answers the PDF in base64. Throws a `Problem` when it was
 * refused, and another error when the line broke.
 */
export async function makeLetters({ schools, lang, signal, onMade }: Making): Promise<string> {
  const response = await fetch('/api/school-logins', {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...pageHeaders() },
    body: JSON.stringify({ schools, lang }),
    signal,
  });
  if (!response.ok) {
    const told = (await response.json()) as { detail: string };
    throw new Problem({ ...told, status: response.status });
  }
  for await (const line of linesOf(response.body!)) {
    if ('made' in line) onMade(line.made);
    else if ('problem' in line) throw new Problem({ status: 409, detail: line.problem });
    else return line.letters;
  }
  throw new Error('the line broke');
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<MakingLine> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>;
  let rest = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const lines = (rest + piece.value).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield JSON.parse(line) as MakingLine;
  }
}

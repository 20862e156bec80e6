import { useState, type ClipboardEvent, type DragEvent, type RefObject } from 'react';
import { picture_limits, pictureMark } from '#knowledge/rules/pictures.ts';
import type { NewPictureAnswer } from '#knowledge/rules/picture.ts';
import { api, Problem } from '#ui/ui.ts';
import { useAnswerWords } from '../asking.ts';
import { sendBytes } from '../send-bytes.ts';
import { putPart, putText, selectLast } from './put-text.ts';

/** What comes from elsewhere into the text of an article: pictures are kept, tables and lists become Markdown. */
export function usePuttingIn(article: number, area: RefObject<HTMLTextAreaElement | null>) {
  const words = useAnswerWords().form;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const once = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    await work().catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      setProblem(error.errors[0]?.sentence ?? error.detail);
    });
    setBusy(false);
  };
  const putPictures = (files: readonly File[]) =>
    once(async () => {
      for (const file of files) {
        const { id } = await sendPicture(article, file);
        if (!area.current) return;
        putPart(area.current, pictureMark(id, words.what_it_shows));
        selectLast(area.current, words.what_it_shows);
      }
    });
  const putHtml = (html: string, plain: string) =>
    once(async () => {
      const made = await api.post<{ text: string }>('/api/articles/from-html', { html });
      if (!area.current) return;
      // A table, a list or a heading begins on a line of its own.
      const put = /^(\||#|- |\d+\. )/.test(made.text) ? putPart : putText;
      put(area.current, made.text || plain);
    });
  return {
    ...{ busy, problem, putPictures },
    onPaste: (event: ClipboardEvent) => {
      const html = event.clipboardData.getData('text/html');
      const files = picturesOf(event.clipboardData);
      // A copied table brings a picture of itself too.
      if (has_parts.test(html)) {
        event.preventDefault();
        void putHtml(html, event.clipboardData.getData('text/plain'));
      } else if (files.length > 0) {
        event.preventDefault();
        void putPictures(files);
      }
    },
    onDrop: (event: DragEvent) => {
      const files = picturesOf(event.dataTransfer);
      if (files.length === 0) return;
      event.preventDefault();
      void putPictures(files);
    },
  };
}

const has_parts = /<(table|ul|ol|h[1-6])[\s>]/i;

const picturesOf = ({ files }: DataTransfer): File[] =>
  [...files].filter(({ type }) => type.startsWith('image/'));

/** Too large a one is not sent whole: the server says the same of its beginning. */
const sendPicture = (article: number, file: File): Promise<NewPictureAnswer> =>
  sendBytes(
    `/api/articles/${article}/pictures`,
    file.slice(0, picture_limits.bytes + 1),
    file.type.startsWith('image/') ? file.type : 'application/octet-stream',
  );

import { limits } from '#platform/limits.ts';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../net/problem.ts';
import { upload, type OnItsWay, type Uploaded } from '../net/upload.ts';
import { sizeIn } from '../words/plural.ts';
import { useLang, useUiWords } from '../words/words.tsx';
import { keyOf, previewOf, readFiles, rememberFile } from './kept-files.ts';

export interface FileInHand {
  key: number;
  name: string;
  size: number;
  /** While it is sent. */
  way?: OnItsWay | undefined;
  problem?: string | undefined;
  uploaded?: Uploaded | undefined;
  preview?: string | undefined;
}

export interface Files {
  items: readonly FileInHand[];
  /** The ids to send with the message. */
  ids: string[];
  /** Some are still on their way, or failed: the message should wait. */
  pending: boolean;
  /** Why something was not taken at all. */
  refused: string | undefined;
  add: (files: readonly File[]) => void;
  retry: (key: number) => void;
  remove: (key: number) => void;
  /** These uploaded files in place of those that were: of a message that was taken back. */
  put: (files: readonly Uploaded[]) => void;
  clear: () => void;
}

/**
 * Files of a form with a draft: those that are uploaded stand in its field as JSON, so that they come back with the
 * text. `change` gives the field's new value for the one that is there by then.
 */
export function useDraftFiles(field: string, change: (next: (now: string) => string) => void): Files {
  return useFilesKept(readFiles(field), next =>
    change(now => {
      const files = next(readFiles(now));
      return files.length ? JSON.stringify(files) : '';
    }),
  );
}

const previewable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
type Change = (next: (now: readonly Uploaded[]) => readonly Uploaded[]) => void;

/** Each file is sent as soon as it is picked, so that the form itself is quick; and goes on when the form is left, unless nothing keeps it. */
function useFilesKept(kept: readonly Uploaded[], change: Change, leaves = false): Files {
  const words = useUiWords().files;
  const [lang] = useLang();
  const [coming, setComing] = useState<readonly FileInHand[]>([]);
  const [refused, setRefused] = useState<string>();
  const held = useRef(new Map<number, { file: File; stop: AbortController }>());
  const latest = useRef(change);
  useEffect(() => {
    latest.current = change;
  });
  useEffect(() => {
    const now = held.current;
    return () => {
      if (leaves) for (const { stop } of now.values()) stop.abort();
    };
  }, [leaves]);
  const update = (key: number, more: Partial<FileInHand>) =>
    setComing(now => now.map(item => (item.key === key ? { ...item, ...more } : item)));
  const items = [...kept.map(file => ({ ...ofKept(file), uploaded: file })), ...coming];

  const send = (key: number, preview?: string) => {
    const { file, stop } = held.current.get(key)!;
    update(key, { way: { percent: 0, waiting: false }, problem: undefined });
    upload(file, way => update(key, { way }), stop.signal).then(
      uploaded => {
        rememberFile(uploaded.id, { key, preview });
        held.current.delete(key);
        setComing(now => now.filter(item => item.key !== key));
        latest.current(now => [...now, uploaded]);
      },
      (error: unknown) =>
        update(key, { way: undefined, problem: error instanceof Problem ? error.detail : words.failed }),
    );
  };
  const add = (files: readonly File[]) => {
    const small = files.filter(file => file.size <= limits.file_bytes);
    const fit = small.slice(0, limits.files_per_message - items.length);
    if (small.length < files.length)
      setRefused(words.too_large(sizeIn(lang, words.units)(limits.file_bytes)));
    else setRefused(fit.length < small.length ? words.too_many(limits.files_per_message) : undefined);
    const fresh = fit.map(file => {
      const key = keyOf();
      const preview = previewable.has(file.type) ? URL.createObjectURL(file) : undefined;
      held.current.set(key, { file, stop: new AbortController() });
      return { key, name: file.name, size: file.size, preview };
    });
    setComing(now => [...now, ...fresh]);
    for (const { key, preview } of fresh) send(key, preview);
  };
  const stop = (key: number) => {
    held.current.get(key)?.stop.abort();
    held.current.delete(key);
  };
  const put = (files: readonly Uploaded[]) => {
    for (const key of [...held.current.keys()]) stop(key);
    setComing([]);
    setRefused(undefined);
    change(() => files);
  };
  return {
    items,
    ids: kept.map(({ id }) => id),
    pending: coming.length > 0,
    refused,
    add,
    retry: key => send(key, coming.find(item => item.key === key)?.preview),
    remove: key => {
      stop(key);
      setComing(now => now.filter(item => item.key !== key));
      change(now => now.filter(({ id }) => keyOf(id) !== key));
      setRefused(undefined);
    },
    put,
    clear: () => put([]),
  };
}

const ofKept = ({ id, name, size, picture }: Uploaded) => ({
  key: keyOf(id),
  name,
  size,
  preview: previewOf(id, picture),
});

import { limits } from '#platform/limits.ts';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../net/problem.ts';
import { upload, type Uploaded } from '../net/upload.ts';
import { sizeIn } from '../words/plural.ts';
import { useLang, useUiWords } from '../words/words.tsx';

export interface FileInHand {
  key: number;
  name: string;
  size: number;
  /** While it is sent. */
  percent?: number | undefined;
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
  clear: () => void;
}

const previewable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
let keys = 0;

/** Files of a form: each is sent as soon as it is picked, so that the form itself is quick. */
export function useFiles(): Files {
  const words = useUiWords().files;
  const [lang] = useLang();
  const [items, setItems] = useState<readonly FileInHand[]>([]);
  const [refused, setRefused] = useState<string>();
  const held = useRef(new Map<number, { file: File; stop: AbortController; preview?: string | undefined }>());
  const change = (key: number, more: Partial<FileInHand>) =>
    setItems(now => now.map(item => (item.key === key ? { ...item, ...more } : item)));

  const send = (key: number) => {
    const { file, stop } = held.current.get(key)!;
    change(key, { percent: 0, problem: undefined });
    upload(file, percent => change(key, { percent }), stop.signal).then(
      uploaded => change(key, { uploaded, percent: undefined }),
      (error: unknown) =>
        change(key, { percent: undefined, problem: error instanceof Problem ? error.detail : words.failed }),
    );
  };
  const add = (files: readonly File[]) => {
    const small = files.filter(file => file.size <= limits.file_bytes);
    const fit = small.slice(0, limits.files_per_message - items.length);
    if (small.length < files.length)
      setRefused(words.too_large(sizeIn(lang, words.units)(limits.file_bytes)));
    else setRefused(fit.length < small.length ? words.too_many(limits.files_per_message) : undefined);
    const fresh = fit.map(file => {
      const key = ++keys;
      const preview = previewable.has(file.type) ? URL.createObjectURL(file) : undefined;
      held.current.set(key, { file, stop: new AbortController(), preview });
      return { key, name: file.name, size: file.size, preview };
    });
    setItems(now => [...now, ...fresh]);
    for (const { key } of fresh) send(key);
  };
  const drop = (key: number) => {
    const { stop, preview } = held.current.get(key) ?? {};
    stop?.abort();
    if (preview) URL.revokeObjectURL(preview);
    held.current.delete(key);
  };
  const clear = () => {
    for (const key of [...held.current.keys()]) drop(key);
    setItems([]);
    setRefused(undefined);
  };
  useEffect(() => () => [...held.current.keys()].forEach(drop), []);
  return {
    items,
    ids: items.flatMap(item => item.uploaded?.id ?? []),
    pending: items.some(item => !item.uploaded),
    refused,
    add,
    retry: send,
    remove: key => {
      drop(key);
      setItems(now => now.filter(item => item.key !== key));
      setRefused(undefined);
    },
    clear,
  };
}

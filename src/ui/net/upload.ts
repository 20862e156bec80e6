import { currentLang } from '../words/lang.ts';
import { newKey, read, unreachable } from './api.ts';

/** A file that the server keeps, until a message takes it. */
export interface Uploaded {
  id: string;
  name: string;
  type: string;
  size: number;
  picture: boolean;
}

/** Where a kept file is shown from or downloaded. */
export const fileUrl = (id: string): string => `/api/files/${id}`;

/** Sends one file; `onProgress` hears percent, 0 to 100. XMLHttpRequest, since fetch doesn't tell what was sent. */
export function upload(
  file: File,
  onProgress: (percent: number) => void,
  signal?: AbortSignal,
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', currentLang());
    request.setRequestHeader('idempotency-key', newKey());
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total ? Math.floor((100 * loaded) / total) : 0);
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      try {
        resolve(read<Uploaded>(request.status < 300, request.status, request.responseText));
      } catch (problem) {
        reject(problem as Error);
      }
    };
    signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name || 'pasted');
    request.send(form);
  });
}

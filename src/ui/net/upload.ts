import { remember, remembered } from '../memory.ts';
import { pageHeaders } from './acting.ts';
import { api, read, unreachable } from './api.ts';
import { Problem } from './problem.ts';
import { ask, tus_headers } from './tus.ts';

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

/** How far it is: 0 to 100, never less than before; and whether it waits for the line. */
export interface OnItsWay {
  percent: number;
  waiting: boolean;
}

const first_piece = 256 * 1024;
const largest_piece = 8 * 1024 * 1024;
const longest_pause_ms = 30_000;
/** Without a byte acknowledged for so long, it is left to the person to try again. */
const patience_ms = 10 * 60_000;

/** Uploads of this page by their file, so that two boxes with the same file don't share one. */
const under_way = new Set<string>();

/**
 * Sends one file in pieces, each acknowledged; goes on where it was when the line was cut, also after a reload when
 * the same file is picked again. Aborting gives it up at the server too.
 */
export async function upload(
  file: File,
  tell: (now: OnItsWay) => void,
  signal?: AbortSignal,
): Promise<Uploaded> {
  const print = `upload:${file.name}:${file.size}:${file.lastModified}`;
  const mine = !under_way.has(print);
  if (mine) under_way.add(print);
  const memory = mine ? print : undefined;
  const sending: Sending = { file, tell, signal, memory, url: memory ? remembered(memory) : null, best: 0 };
  try {
    return await persist(sending);
  } catch (error) {
    if (signal?.aborted && sending.url) void giveUp(sending.url);
    throw error;
  } finally {
    if (memory) {
      under_way.delete(print);
      // What only waits for its person to try again goes on where it was.
      if (signal?.aborted || sending.done) remember(memory, null);
    }
  }
}

interface Sending {
  file: File;
  tell: (now: OnItsWay) => void;
  signal: AbortSignal | undefined;
  /** Under what the upload's address is remembered. */
  memory: string | undefined;
  url: string | null;
  /** The largest percentage that was told. */
  best: number;
  done?: boolean;
}

const progress = (sending: Sending, bytes: number, waiting = false): void => {
  const percent = sending.file.size ? Math.floor((100 * bytes) / sending.file.size) : 100;
  sending.best = Math.max(sending.best, percent);
  sending.tell({ percent: sending.best, waiting });
};

/** Tries until it is there, ever more slowly while nothing comes through. */
async function persist(sending: Sending): Promise<Uploaded> {
  let pause = 1000;
  let since = Date.now();
  let acknowledged = 0;
  for (;;) {
    try {
      return await goOn(sending, offset => {
        if (offset <= acknowledged) return;
        acknowledged = offset;
        pause = 1000;
        since = Date.now();
      });
    } catch (error) {
      if (sending.signal?.aborted || !passes(error) || Date.now() - since > patience_ms) throw error;
      progress(sending, 0, true);
      await rest(pause, sending.signal);
      pause = Math.min(pause * 2, longest_pause_ms);
    }
  }
}

/** A line that is cut, a server that restarts, a piece that hangs: worth another try. */
const passes = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 0 || error.status === 409 || error.status >= 500);

/** Until the pause is over, or the line says that it is back. */
function rest(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise(settle => {
    const over = () => {
      clearTimeout(timer);
      removeEventListener('online', over);
      signal?.removeEventListener('abort', over);
      settle();
    };
    const timer = setTimeout(over, ms);
    addEventListener('online', over);
    signal?.addEventListener('abort', over);
  });
}

/** From where the server says that it stands, to the end. */
async function goOn(sending: Sending, heard: (offset: number) => void): Promise<Uploaded> {
  const { file, signal } = sending;
  let offset = await whereItStands(sending);
  let piece = first_piece;
  while (offset < file.size) {
    progress(sending, offset);
    const began = Date.now();
    const end = Math.min(offset + piece, file.size);
    offset = await sendPiece(sending, offset, end);
    heard(offset);
    // On a quick line few large pieces, on a slow one small ones: what a cut costs stays a few seconds.
    piece = Date.now() - began < 2000 ? Math.min(piece * 2, largest_piece) : Math.max(piece / 2, first_piece);
  }
  const uploaded = await api.get<Uploaded>(sending.url!, { signal });
  sending.done = true;
  return uploaded;
}

async function whereItStands(sending: Sending): Promise<number> {
  const { file, url, signal, memory } = sending;
  if (url) {
    const there = await ask('HEAD', url, { signal });
    if (there.status !== 404) return Number(there.headers.get('upload-offset'));
  }
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name || 'pasted')));
  const headers = { 'upload-length': String(file.size), 'upload-metadata': `filename ${name}` };
  const begun = await ask('POST', '/api/uploads', { headers, signal });
  sending.url = begun.headers.get('location');
  if (memory) remember(memory, sending.url);
  return 0;
}

/** XMLHttpRequest, since fetch doesn't tell what was sent. Answers where the upload stands then. */
function sendPiece(sending: Sending, offset: number, end: number): Promise<number> {
  const { file, url, signal } = sending;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const leave = () => request.abort();
    request.open('PATCH', url!);
    for (const [name, value] of Object.entries({ ...tus_headers, ...pageHeaders() }))
      request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/offset+octet-stream');
    request.setRequestHeader('upload-offset', String(offset));
    request.upload.onprogress = ({ loaded }) => progress(sending, offset + loaded);
    request.onerror = request.onabort = () => reject(unreachable());
    request.onloadend = () => signal?.removeEventListener('abort', leave);
    request.onload = () => {
      try {
        read(request.status < 300, request.status, request.responseText);
        resolve(Number(request.getResponseHeader('upload-offset')));
      } catch (problem) {
        reject(problem as Error);
      }
    };
    signal?.addEventListener('abort', leave);
    if (signal?.aborted) return reject(unreachable());
    request.send(file.slice(offset, end));
  });
}

const giveUp = (url: string) => ask('DELETE', url).catch(() => undefined);

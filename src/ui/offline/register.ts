/** After this the page has what it needs, and the line is free. */
const rest_ms = 4000;

/** Once this page rests, has all of them taken in, so that they open without a line. Only a secure line allows it. */
export function openWithoutLine(): void {
  if (begun || !('serviceWorker' in navigator)) return;
  begun = true;
  setTimeout(() => void navigator.serviceWorker.register('/worker.js').catch(() => undefined), rest_ms);
}
let begun = false;

/** Done when this page rests, and what it asks for passes the worker and is kept; never where there is none. */
export const whenKept = (): Promise<void> =>
  new Promise(settle => {
    if (!('serviceWorker' in navigator)) return;
    if (navigator.serviceWorker.controller) return void setTimeout(settle, rest_ms);
    navigator.serviceWorker.addEventListener('controllerchange', () => settle(), { once: true });
  });

import type { Session } from '#accounts/rules/session.ts';
import type { Check, PublicGuide } from '#guide/rules/check.ts';
import type { Notice } from '#status/rules/notice.ts';
import { currentLang } from '#ui/words/lang.ts';
import type { Run } from './run.ts';

/** What the page asks of the server. */

let acting: number | undefined;

const headers = (): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': currentLang(),
  ...(acting !== undefined && { 'acting-person': String(acting) }),
});

export async function loadGuide(): Promise<PublicGuide> {
  const answer = await fetch('/api/public/guide', { headers: headers() });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as PublicGuide;
}

/** Who is signed in; nobody, where the line is down too. */
export async function loadSession(): Promise<Session | null> {
  const answer = await fetch('/api/session', { headers: headers() }).catch(() => null);
  if (!answer?.ok) return null;
  const session = (await answer.json()) as Session;
  acting = session.person.id;
  return session;
}

/** The notices that are open for her school; nothing is known of them where the line is down. */
export async function loadNotices(): Promise<Notice[] | null> {
  const answer = await fetch('/api/status/notices?limit=100', { headers: headers() }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as { items: Notice[] }).items : null;
}

export type WorksWith = { browser?: string; system?: string };

/** Says that she has it too, with what she works on, or takes that back; a refusal comes back as the server's sentence. */
export async function sayMeToo(id: string, says: WorksWith | null): Promise<Notice | string> {
  const answer = await fetch(`/api/status/notices/${id}/me-too`, {
    method: says ? 'PUT' : 'DELETE',
    headers: { ...headers(), ...(says && { 'content-type': 'application/json' }) },
    ...(says && { body: JSON.stringify(says) }),
  }).catch(() => null);
  const told = (await answer?.json().catch(() => undefined)) as (Notice & { detail?: string }) | undefined;
  if (answer?.ok && told) return told;
  return told?.detail ?? '';
}

export interface Sending {
  /** Opens the ticket that the outcome allows, or with what is there. */
  opens?: { urgent: boolean };
}

/** Sends the run; a refusal comes back as the server's sentence. */
export async function sendRun(run: Run, { opens }: Sending): Promise<Check | string> {
  const { run: name, version, answers, beside, mark, measured, message, began, phone } = run;
  const body = {
    ...{ run: name, version, answers, beside, mark, measured, message, began },
    ...(run.ticket !== null && { ticket: run.ticket }),
    ...(opens && { opens: { ...opens, ...(phone.trim() && { phone: phone.trim() }) } }),
  };
  const answer = await fetch('/api/checks', {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  const told = (await answer?.json().catch(() => undefined)) as (Check & { detail?: string }) | undefined;
  if (answer?.ok && told) return told;
  return told?.detail ?? '';
}

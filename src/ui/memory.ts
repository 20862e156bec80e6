/** Storage may be refused or full: then nothing is remembered, and nothing breaks. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    /* not kept */
  }
}

/** What is remembered under keys that begin so. */
export function rememberedKeys(beginning: string): string[] {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(beginning));
  } catch {
    return [];
  }
}

/** Forgets everything whose key begins so. */
export function forget(beginning: string): void {
  for (const key of rememberedKeys(beginning)) remember(key, null);
}

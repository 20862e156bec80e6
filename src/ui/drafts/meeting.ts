/** What is being written in one form, by its fields' names. */
export type Fields = Record<string, string>;

/** What the server keeps at a place; version 0 is nothing. */
export interface Kept {
  fields: Fields;
  version: number;
  /** When it was written, in words. */
  written: string;
}

/** What this computer keeps of it, so that nothing typed depends on the line. */
export interface Local {
  /** Null: sent or given up, and the server doesn't know yet. */
  fields: Fields | null;
  /** The server's version that it was written upon. */
  base: number;
  /** The server has not acknowledged it. */
  unsent: boolean;
  /** Put on their way since the last acknowledgement: whether they arrived is not known. */
  on_way?: readonly Fields[];
  /** The text that was here when another device's was taken instead. */
  aside?: Fields;
}

/** What is shown here from now on, and the other text when both moved on and neither may be lost. */
export interface Met {
  local: Local | undefined;
  other?: Kept;
}

/** This computer's text and the server's meet: by the version that was written upon, never by a clock. */
export function meet(local: Local | undefined, kept: Kept): Met {
  if (!local || !local.unsent) {
    // An answer that was asked for before the last one says what was.
    if (local && kept.version > 0 && kept.version <= local.base) return { local };
    const aside = local?.aside && { aside: local.aside };
    return {
      local: kept.version ? { fields: kept.fields, base: kept.version, unsent: false, ...aside } : undefined,
    };
  }
  if (kept.version === 0) return { local: local.fields ? local : undefined };
  if (kept.version === local.base) return { local };
  if ([local.fields, ...(local.on_way ?? [])].some(fields => fields && same(fields, kept.fields)))
    return { local: acknowledged(local, kept) };
  if (!local.fields) return meet(undefined, kept);
  return { local, other: kept };
}

/** The server has this version of it now; what was typed since is still to be sent. */
export const acknowledged = (local: Local, kept: Pick<Kept, 'fields' | 'version'>): Local => ({
  fields: local.fields,
  base: kept.version,
  unsent: !local.fields || !same(local.fields, kept.fields),
  ...(local.aside && { aside: local.aside }),
});

export function same(one: Fields, other: Fields): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every(name => one[name] === other[name]);
}

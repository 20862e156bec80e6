/** What a person can have beside the password. Knows no library, so that the screens have it too. */
export const key_kinds = ['totp', 'passkey', 'pin'] as const;
export type KeyKind = (typeof key_kinds)[number];

/** What opened a session beside the password: a key, or a recovery code in its place. */
export const opening_keys = [...key_kinds, 'recovery'] as const;
export type OpeningKey = (typeof opening_keys)[number];

/** What became of somebody's try to sign in: `shut` is a login or a person that is closed. */
export const outcomes = ['opened', 'wrong_password', 'wrong_key', 'shut'] as const;
export type Outcome = (typeof outcomes)[number];

export const key_limits = {
  /** How long a right password waits for the second key, and how many keys it bears. */
  half_open_minutes: 5,
  half_open_tries: 5,
  /** How long a key that was begun waits to be finished. */
  beginning_minutes: 10,
  pin_digits: { min: 6, max: 12 },
  name_characters: 60,
  passkeys: 10,
  recovery_codes: 10,
  sign_ins_shown: 20,
  sign_ins_days: 400,
} as const;

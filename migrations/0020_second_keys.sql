-- Second keys: what a person has beside the password, who needs one, sign-ins that wait for it, and what sign-in saw.

-- ---------------------------------------------------------------------------
-- Keys. A key is its person's alone; taken off, its row stays with who did it and nothing that opens.

create table second_keys (
  id integer generated always as identity primary key,
  person_id integer not null references people,
  kind text not null check (kind in ('totp', 'passkey', 'pin')),
  name text not null,
  -- A TOTP secret, sealed with a key that is not in the database; the argon2id hash of a PIN; a passkey's public key.
  secret bytea,
  -- A passkey's own name for itself, and how it can be reached.
  credential text unique,
  transports text[] not null default '{}',
  -- What was used last: the time step of a TOTP code, the counter of a passkey. Neither is taken again.
  last_used bigint not null default 0,
  created_at timestamptz not null,
  used_at timestamptz,
  removed_at timestamptz,
  removed_by integer references people,
  check ((kind = 'passkey') = (credential is not null) or removed_at is not null),
  check ((secret is null) = (removed_at is not null))
);
create index second_keys_of_person on second_keys (person_id) where removed_at is null;
-- One app and one PIN each; passkeys as many as she has devices.
create unique index one_totp on second_keys (person_id) where kind = 'totp' and removed_at is null;
create unique index one_pin on second_keys (person_id) where kind = 'pin' and removed_at is null;

create table recovery_codes (
  id integer generated always as identity primary key,
  person_id integer not null references people,
  code_hash bytea not null unique,
  created_at timestamptz not null,
  used_at timestamptz
);
create index recovery_codes_of_person on recovery_codes (person_id);

-- A key that a person is about to have: a sealed TOTP secret, or a passkey's challenge. One at a time.
create table key_beginnings (
  person_id integer primary key references people,
  kind text not null check (kind in ('totp', 'passkey', 'pin')),
  secret bytea,
  begun_at timestamptz not null
);

-- Who needs a key of her own: whoever holds a role of the iGroup, or all people of a school. No row is no need.
create table key_needs (
  id integer generated always as identity primary key,
  role text unique,
  school_id integer unique references schools,
  since timestamptz not null,
  said_by integer not null references people,
  check (num_nonnulls(role, school_id) = 1)
);

-- ---------------------------------------------------------------------------
-- Sign-ins: those that wait for the second key, and what became of each.

-- The password was right. Without a person it waits for a passkey that says who it is.
create table half_sign_ins (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  login_id integer references logins,
  person_id integer references people,
  -- Given when this browser has signed in to the login before: tries are counted by it.
  browser_hash bytea,
  -- What a passkey is asked to sign.
  challenge text,
  tries smallint not null default 0,
  begun_at timestamptz not null,
  ended_at timestamptz,
  check ((login_id is null) = (person_id is null))
);

create table sign_ins (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  outcome text not null check (outcome in ('opened', 'wrong_password', 'wrong_key', 'shut')),
  -- Of a login that exists: what was typed in its place may be a password.
  username text,
  -- Null while nobody had said who she is.
  person_id integer references people,
  school_id integer references schools,
  -- The key that was used or tried; null is the password alone.
  key text,
  network text not null,
  browser text not null
);
create index sign_ins_of_person on sign_ins (person_id, id);
create index sign_ins_by_time on sign_ins (at);

alter table sessions
  add column key text,
  add column network text not null default '',
  add column browser text not null default '';

-- ---------------------------------------------------------------------------
-- Sign-in reads and writes these as the owner, before anyone is acting: none is forced. No role reads a secret, a
-- hash or a challenge; to a school are only its own people's, and a person begins and ends only her own keys.

alter table sessions enable row level security;
alter table second_keys enable row level security;
alter table recovery_codes enable row level security;
alter table key_beginnings enable row level security;
alter table key_needs enable row level security;
alter table half_sign_ins enable row level security;
alter table sign_ins enable row level security;

grant select (id, person_id, created_at, seen_at, expires_at, ended_at, key, network, browser), update (ended_at)
  on sessions to firstline_desk, firstline_school;
grant select (id, person_id, kind, name, created_at, used_at, removed_at), insert, update (secret, credential, removed_at, removed_by)
  on second_keys to firstline_desk, firstline_school;
grant select (id, person_id, created_at, used_at), insert, delete on recovery_codes to firstline_desk, firstline_school;
grant select (person_id, begun_at), delete on key_beginnings to firstline_desk, firstline_school;
grant select, insert, delete on key_needs to firstline_desk, firstline_school;
grant select on sign_ins to firstline_desk, firstline_school;
grant select on second_keys, recovery_codes, key_needs, sign_ins to firstline_software; -- the backup's reader

create policy everything on sessions to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on sessions to firstline_school
  using (person_id in (select id from people where school_id = (select acting_school())));
create policy everything on second_keys to firstline_software using (true);
create policy seen on second_keys for select to firstline_desk using (true);
create policy taken_off on second_keys for update to firstline_desk using (true) with check (true);
create policy own on second_keys for insert to firstline_desk, firstline_school
  with check (person_id = (select acting_person()));
create policy own_school on second_keys for select to firstline_school
  using (person_id in (select id from people where school_id = (select acting_school())));
create policy taken_off_in_school on second_keys for update to firstline_school
  using (person_id in (select id from people where school_id = (select acting_school())));
create policy everything on recovery_codes to firstline_software using (true);
create policy seen on recovery_codes for select to firstline_desk using (true);
create policy taken_off on recovery_codes for delete to firstline_desk using (true);
create policy own on recovery_codes for insert to firstline_desk, firstline_school
  with check (person_id = (select acting_person()));
create policy own_school on recovery_codes for select to firstline_school
  using (person_id in (select id from people where school_id = (select acting_school())));
create policy taken_off_in_school on recovery_codes for delete to firstline_school
  using (person_id in (select id from people where school_id = (select acting_school())));
create policy own on key_beginnings to firstline_desk, firstline_school
  using (person_id = (select acting_person()));
create policy everything on key_needs to firstline_desk using (true) with check (true);
create policy everything_seen on key_needs for select to firstline_software using (true);
create policy own_school on key_needs to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));
create policy everything on sign_ins to firstline_desk, firstline_software using (true);
create policy own_school on sign_ins to firstline_school using (school_id = (select acting_school()));

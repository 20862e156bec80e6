-- The iGroup's people: one-time links in place of passwords that somebody else types, single sign-on by one provider,
-- when a token was last used, and who of them is also somebody's colleague at a school.

-- Who came by invitation through the provider has no password. A school's login always has one.
alter table logins
  alter column password_hash drop not null,
  add check (school_id is null or password_hash is not null),
  add column has_password boolean not null generated always as (password_hash is not null) stored;
grant select (has_password) on logins to firstline_desk;

-- A link that is handed over by hand and opens one thing once: coming into the iGroup, or a new password. Whom an
-- invitation brings exists from the moment that she uses it, and not before.
create table one_time_links (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('invitation', 'reset')),
  secret_hash bytea not null unique,
  name text not null,
  username text not null check (username = lower(username)),
  roles text[] not null,
  -- Of a reset, whose password; of an invitation, who came by it.
  person_id integer references people,
  made_by integer not null references people,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by integer references people,
  check (kind = 'invitation' or person_id is not null),
  check (kind = 'reset' or (person_id is null) = (used_at is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (num_nonnulls(used_at, withdrawn_at) <= 1)
);
-- One way in at a time: a new link ends the one before.
create unique index one_invitation on one_time_links (username)
  where kind = 'invitation' and used_at is null and withdrawn_at is null;
create unique index one_reset on one_time_links (person_id)
  where kind = 'reset' and used_at is null and withdrawn_at is null;

-- The provider of single sign-on. Its secret is sealed with a key that is not in the database.
create table single_sign_on (
  only_row boolean primary key default true check (only_row),
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  claim text not null,
  label text not null,
  is_on boolean not null,
  -- Whose passwords open: everybody's, or the administrators' alone.
  passwords text not null check (passwords in ('everybody', 'administrators')),
  changed_by integer not null references people,
  changed_at timestamptz not null
);

-- Whom of the provider's people a person of the iGroup is. Never found out by a name that matches: by an invitation
-- or by herself, while she was signed in.
create table provider_subjects (
  id integer generated always as identity primary key,
  person_id integer not null references people,
  issuer text not null,
  subject text not null,
  -- What the chosen claim said when it was bound, so that people can tell.
  seen_as text,
  bound_by text not null check (bound_by in ('invitation', 'herself')),
  bound_at timestamptz not null,
  ended_at timestamptz,
  ended_by integer references people
);
create unique index subject_once on provider_subjects (issuer, subject) where ended_at is null;
create unique index subject_of_person on provider_subjects (person_id) where ended_at is null;

-- A browser that is on its way to the provider and back. What proves it (nonce, verifier) is made of the secret in
-- its cookie, so that nothing here opens anything.
create table departures (
  state_hash bytea primary key,
  browser_hash bytea not null,
  purpose text not null check (purpose in ('sign_in', 'binding', 'invitation')),
  link_id integer references one_time_links,
  session_id uuid references sessions on delete cascade,
  left_for text,
  at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'invitation') = (link_id is not null)),
  check ((purpose = 'binding') = (session_id is not null))
);

-- The same human at the desk and at a school, said by an administrator. Each side keeps its own sign-in.
create table also_at_school (
  id integer generated always as identity primary key,
  person_id integer not null references people,
  school_person_id integer not null references people,
  said_by integer not null references people,
  said_at timestamptz not null,
  ended_by integer references people,
  ended_at timestamptz
);
create unique index said_once on also_at_school (school_person_id) where ended_at is null;
create index also_of_person on also_at_school (person_id) where ended_at is null;

-- Exact to five minutes, as of sessions.
alter table tokens add column seen_at timestamptz;
grant select (seen_at) on tokens to firstline_desk;

-- Links are used, and browsers sent and taken back, before anyone is acting: as the owner, so these are not forced.
alter table one_time_links enable row level security;
alter table single_sign_on enable row level security;
alter table provider_subjects enable row level security;
alter table departures enable row level security;
alter table also_at_school enable row level security;
alter table also_at_school force row level security;

-- A school has none of it, and the desk's role reads no hash.
grant select (id, kind, name, username, roles, person_id, made_by, made_at, expires_at, used_at, withdrawn_at),
  insert, update (withdrawn_at, withdrawn_by) on one_time_links to firstline_desk;
grant select, insert, update on single_sign_on to firstline_desk;
grant select, update (ended_at, ended_by) on provider_subjects to firstline_desk;
grant select, insert, update (ended_at, ended_by) on also_at_school to firstline_desk;
create policy everything on one_time_links to firstline_desk, firstline_software using (true) with check (true);
create policy everything on single_sign_on to firstline_desk using (true) with check (true);
create policy everything on provider_subjects to firstline_desk, firstline_software using (true) with check (true);
create policy everything on also_at_school to firstline_desk, firstline_software using (true) with check (true);

-- What follows from a link or from the provider's word is done by the software, in the new person's name.
grant select (id, username, school_id, person_id, created_at, closed_at, has_password), insert,
  update (password_hash) on logins to firstline_software;
grant select (id, person_id, ended_at), update (ended_at) on sessions to firstline_software;
grant select (id, kind, name, username, roles, person_id, made_by, made_at, expires_at, used_at, withdrawn_at),
  update (used_at, person_id) on one_time_links to firstline_software;
grant select, insert, update (ended_at, ended_by) on provider_subjects to firstline_software;
grant select on also_at_school to firstline_software;

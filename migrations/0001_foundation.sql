-- Firstline, the foundation: schools and their people, sign-in, tickets, files, and the story of every deed.
-- Written for PostgreSQL 15 and newer. Facts are rows with who and when.

-- ---------------------------------------------------------------------------
-- The second wall. A request's transaction takes one of two roles without login: the desk's sees all rows,
-- the school's only those of `app.school_id`, and none when that is not set. Sign-in and jobs that need more
-- act as the owner, or as `firstline_software`.
do $$
declare
  name text;
begin
  foreach name in array array['firstline_desk', 'firstline_school', 'firstline_software'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant %I to %I', name, current_user);
    end if;
  end loop;
  execute format('grant usage on schema %I to firstline_desk, firstline_school, firstline_software', current_schema());
end $$;

create function acting_school() returns integer
  language sql stable parallel safe
  return nullif(current_setting('app.school_id', true), '')::integer;

-- ---------------------------------------------------------------------------
-- Installation, schools, people

create table installation (
  only_row boolean primary key default true check (only_row),
  created_at timestamptz not null,
  demo boolean not null default false,
  setup_code_hash bytea,
  set_up_at timestamptz
);

create table schools (
  id integer generated always as identity primary key,
  code text not null unique,
  name text not null,
  town text,
  zone text not null default 'America/Vancouver',
  created_at timestamptz not null
);

-- A person of a school, or (without one) of the iGroup.
create table people (
  id integer generated always as identity primary key,
  school_id integer references schools,
  name text not null,
  roles text[] not null,
  created_at timestamptz not null,
  left_at timestamptz
);
create index people_of_school on people (school_id, id);

-- ---------------------------------------------------------------------------
-- Sign-in. A login is a school's (named people stand behind it, S24) or one person's of the iGroup.

create table logins (
  id integer generated always as identity primary key,
  username text not null unique check (username = lower(username)),
  password_hash text not null,
  school_id integer unique references schools,
  person_id integer unique references people,
  created_at timestamptz not null,
  closed_at timestamptz,
  check (num_nonnulls(school_id, person_id) = 1)
);

create table sessions (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  login_id integer not null references logins,
  person_id integer not null references people,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_of_person on sessions (person_id) where ended_at is null;

-- A browser that has signed in before: its attempts have a budget of their own, so that nobody can lock a school out.
create table known_browsers (
  token_hash bytea not null,
  login_id integer not null references logins,
  created_at timestamptz not null,
  primary key (token_hash, login_id)
);

create table sign_in_failures (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  username text not null,
  address text not null,
  browser_hash bytea
);
create index sign_in_failures_by_username on sign_in_failures (username, at);
create index sign_in_failures_by_address on sign_in_failures (address, at);

create table tokens (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  name text not null,
  person_id integer not null references people,
  scopes text[] not null,
  created_by integer not null references people,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

-- ---------------------------------------------------------------------------
-- Tickets. The states and moves are tickets/rules/lifecycle.ts; `ended_at` is set in the ended states only.

create table tickets (
  number integer generated always as identity (start with 1001) primary key,
  school_id integer not null references schools,
  requester_id integer not null references people,
  subject text not null,
  category text not null,
  impact text not null,
  urgency text not null,
  priority text not null,
  state text not null,
  assignee_id integer references people,
  opened_by integer not null references people,
  opened_at timestamptz not null,
  last_activity_at timestamptz not null,
  ended_at timestamptz,
  planned_for date,
  resolution_code text,
  minutes integer not null default 0,
  level2_reference text,
  reopen_count integer not null default 0,
  follows integer references tickets,
  words tsvector not null,
  check (state in ('new', 'in_progress', 'waiting_school', 'waiting_l2', 'scheduled', 'resolved', 'closed', 'cancelled')),
  check ((state in ('closed', 'cancelled')) = (ended_at is not null)),
  check ((state = 'scheduled') = (planned_for is not null))
);
create index tickets_open on tickets (last_activity_at desc, number desc) where ended_at is null;
create index tickets_by_activity on tickets (last_activity_at desc, number desc);
create index tickets_by_state on tickets (state, last_activity_at desc, number desc);
create index tickets_of_school on tickets (school_id, last_activity_at desc, number desc);
create index tickets_of_assignee on tickets (assignee_id, last_activity_at desc, number desc) where ended_at is null;
create index tickets_words on tickets using gin (words);

-- A reply is seen by the school, a note by the iGroup alone: two tables, two doors.
create table replies (
  id bigint generated always as identity primary key,
  ticket_number integer not null references tickets,
  school_id integer not null references schools,
  author_id integer not null references people,
  text text not null,
  html text not null,
  written_at timestamptz not null,
  words tsvector not null
);
create index replies_of_ticket on replies (ticket_number, id);
create index replies_words on replies using gin (words);

create table notes (
  id bigint generated always as identity primary key,
  ticket_number integer not null references tickets,
  school_id integer not null references schools,
  author_id integer not null references people,
  text text not null,
  html text not null,
  written_at timestamptz not null,
  words tsvector not null
);
create index notes_of_ticket on notes (ticket_number, id);
create index notes_words on notes using gin (words);

-- `school_id` is who may read it: set when a school uploads it, or when the desk puts it under a reply.
create table files (
  id uuid primary key default gen_random_uuid(),
  sha256 text not null,
  name text not null,
  type text not null,
  size integer not null,
  school_id integer references schools,
  uploaded_by integer not null references people,
  uploaded_at timestamptz not null,
  reply_id bigint references replies,
  note_id bigint references notes,
  check (num_nonnulls(reply_id, note_id) <= 1),
  check (note_id is null or school_id is null)
);
create index files_of_reply on files (reply_id) where reply_id is not null;
create index files_of_note on files (note_id) where note_id is not null;
create index files_waiting on files (uploaded_at) where reply_id is null and note_id is null;

-- ---------------------------------------------------------------------------
-- Events: the one story. Each deed writes its rows in its own transaction; live updates and jobs read them.
-- `position` is drawn under a lock that is held until the commit, so it rises in commit order and a reader
-- that remembers the last one it saw misses nothing.

create sequence event_positions;

create table events (
  position bigint primary key,
  at timestamptz not null,
  kind text not null,
  audience text not null check (audience in ('school', 'desk')),
  ticket_number integer references tickets,
  school_id integer references schools,
  person_id integer references people,
  session_id uuid,
  token_id uuid,
  acting_as text not null,
  facts jsonb not null default '{}'
);
create index events_of_ticket on events (ticket_number, position);
create index events_of_school on events (school_id, position);

create function number_event() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7315001);
  new.position := nextval('event_positions');
  perform pg_notify('events', new.position || ':' || coalesce(new.school_id::text, ''));
  return new;
end $$;
create trigger number_event before insert on events for each row execute function number_event();

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'FL001';
end $$;
create trigger append_only before update or delete or truncate on events
  for each statement execute function refuse_rewriting();

-- How far each reader of the events has come (jobs), and the seal over the story (each seal covers the one before).
create table event_readers (
  name text primary key,
  position bigint not null
);
create table event_seals (
  up_to bigint primary key,
  hash bytea not null,
  sealed_at timestamptz not null
);
create trigger append_only before update or delete or truncate on event_seals
  for each statement execute function refuse_rewriting();

-- A POST with an Idempotency-Key is done once; its answer is kept for a day.
create table answered_requests (
  actor text not null,
  key text not null,
  fingerprint text not null,
  status integer not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (actor, key)
);
create index answered_requests_at on answered_requests (at);

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

-- Sign-in reads schools and people before anyone is acting, as the owner: these two are not forced.
alter table schools enable row level security;
alter table people enable row level security;
alter table tickets enable row level security;
alter table tickets force row level security;
alter table replies enable row level security;
alter table replies force row level security;
alter table notes enable row level security;
alter table notes force row level security;
alter table files enable row level security;
alter table files force row level security;
alter table events enable row level security;
alter table events force row level security;
alter table answered_requests enable row level security;
alter table answered_requests force row level security;

grant select, insert, update on schools, people, tickets, files to firstline_desk, firstline_software;
grant select, insert on replies, notes, events to firstline_desk, firstline_software;
grant select, insert, update on answered_requests to firstline_desk, firstline_school;
grant select, delete on answered_requests to firstline_software;
grant delete on files to firstline_software;
grant select on schools, people, replies, notes, events to firstline_school;
grant select, insert, update on tickets, files to firstline_school;
grant insert on replies, events to firstline_school;
grant usage on sequence event_positions to firstline_desk, firstline_school, firstline_software;
grant select (id, username, school_id, person_id, created_at, closed_at) on logins to firstline_desk;
grant insert, update on logins to firstline_desk;
grant select (id, person_id, ended_at), update (ended_at) on sessions to firstline_desk;
grant select (id, name, person_id, scopes, created_by, created_at, expires_at, revoked_at), insert on tokens to firstline_desk;
grant update (revoked_at) on tokens to firstline_desk;
grant select on installation to firstline_desk;
grant select, insert, update on event_readers to firstline_software;
grant select, insert on event_seals to firstline_software;

create policy everything on schools to firstline_desk, firstline_software using (true) with check (true);
create policy everything on people to firstline_desk, firstline_software using (true) with check (true);
create policy everything on tickets to firstline_desk, firstline_software using (true) with check (true);
create policy everything on replies to firstline_desk, firstline_software using (true) with check (true);
create policy everything on notes to firstline_desk, firstline_software using (true) with check (true);
create policy everything on files to firstline_desk, firstline_software using (true) with check (true);
create policy everything on events to firstline_desk, firstline_software using (true) with check (true);
create policy everything on answered_requests to firstline_software using (true);
-- An answer kept for a key is its actor's alone.
create policy own on answered_requests to firstline_desk, firstline_school
  using (actor = current_setting('app.actor', true)) with check (actor = current_setting('app.actor', true));

create policy own_school on schools to firstline_school using (id = (select acting_school()));
-- A school sees its own people, and the names of the iGroup's, who answer it.
create policy own_school on people to firstline_school
  using (school_id is null or school_id = (select acting_school()));
create policy own_school on tickets to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));
create policy own_school on replies to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));
-- No policy lets a school near the notes: to it the table is empty.
create policy own_school on files to firstline_school
  using (school_id = (select acting_school()) and note_id is null)
  with check (school_id = (select acting_school()) and note_id is null);
create policy own_school on events to firstline_school
  using (school_id = (select acting_school()) and audience = 'school')
  with check (school_id = (select acting_school()));

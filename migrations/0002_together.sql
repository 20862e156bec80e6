-- Together: people on a ticket, deeds that wait to leave and can be taken back, drafts and uploads that survive a
-- dropped line, views, what was read, what concerns a person, and what the iGroup announces to schools.

-- The person that acts; null for the software.
create function acting_person() returns integer
  language sql stable parallel safe
  return case when current_setting('app.actor', true) like 'person:%'
    then split_part(current_setting('app.actor', true), ':', 2)::integer end;

-- ---------------------------------------------------------------------------
-- Who of the school is on a ticket beside the one who asked (process.json role_map, followers).

create table ticket_people (
  ticket_number integer not null references tickets,
  person_id integer not null references people,
  school_id integer not null references schools,
  added_by integer not null references people,
  added_at timestamptz not null,
  primary key (ticket_number, person_id)
);
create index tickets_of_person on ticket_people (person_id, ticket_number);

-- On what the question was asked, as far as the person let it be sent: {browser, system, page}.
alter table tickets add environment jsonb;

-- ---------------------------------------------------------------------------
-- Undo (process.json). A reply of the desk and its move wait here until they leave; no school reads this table.

create table outgoing (
  id bigint generated always as identity primary key,
  ticket_number integer not null references tickets,
  author_id integer not null references people,
  session_id uuid,
  token_id uuid,
  lang text not null,
  deed jsonb not null,
  html text not null,
  held_at timestamptz not null,
  leaves_at timestamptz not null,
  outcome text check (outcome in ('sent', 'taken_back', 'stopped', 'dismissed')),
  ended_at timestamptz,
  -- Why it was stopped, in both languages.
  reason jsonb,
  check ((outcome is null) = (ended_at is null))
);
create index outgoing_waiting on outgoing (leaves_at) where outcome is null;
create index outgoing_of_ticket on outgoing (ticket_number) where outcome is null or outcome = 'stopped';

-- What a deed changed on the ticket's row, so that its person can take it back. `position` is its last event.
create table changes (
  position bigint primary key references events,
  ticket_number integer not null references tickets,
  school_id integer not null references schools,
  person_id integer not null references people,
  at timestamptz not null,
  before jsonb not null,
  after jsonb not null,
  note_id bigint references notes,
  undone_at timestamptz
);
create index changes_of_person on changes (person_id, ticket_number, position desc);

alter table notes add taken_back_at timestamptz;

-- ---------------------------------------------------------------------------
-- What is being written, kept for its person alone until it is sent. `version` rises with each keeping.

create table drafts (
  person_id integer not null references people,
  place text not null check (length(place) between 1 and 100),
  fields jsonb not null,
  version integer not null,
  written_at timestamptz not null,
  primary key (person_id, place)
);
create index drafts_written on drafts (written_at);

-- Files on their way: their bytes grow on the disk and become a row of `files` with the last one.
create table uploads (
  id uuid primary key default gen_random_uuid(),
  person_id integer not null references people,
  name text not null,
  size integer not null,
  -- How many bytes are safely on the disk: what was told to the sender, never more.
  received integer not null default 0,
  begun_at timestamptz not null,
  touched_at timestamptz not null,
  file_id uuid references files on delete set null
);
create index uploads_touched on uploads (touched_at);

-- ---------------------------------------------------------------------------
-- The desk's stored queries, own and shared.

create table views (
  id integer generated always as identity primary key,
  owner_id integer not null references people,
  name text not null,
  shared boolean not null default false,
  query jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Removed, but still to be taken back; a day later it goes.
  removed_at timestamptz
);
create unique index views_of_owner on views (owner_id, lower(name)) where removed_at is null;

-- Whether the person that acts is a coordinator of the iGroup.
create function acting_coordinator() returns boolean
  language sql stable parallel safe
  return exists (select from people
    where id = acting_person() and school_id is null and roles @> array['coordinator']);

-- ---------------------------------------------------------------------------
-- How far a person has read a ticket: the newest reply and the newest note that she has seen.

create table readings (
  person_id integer not null references people,
  ticket_number integer not null references tickets,
  reply_id bigint not null default 0,
  note_id bigint not null default 0,
  at timestamptz not null,
  primary key (person_id, ticket_number)
);

-- What concerns a person of the iGroup (the bell), and which kinds she has switched off.
create table notices (
  id bigint generated always as identity primary key,
  person_id integer not null references people,
  kind text not null,
  ticket_number integer not null references tickets,
  position bigint,
  by_id integer references people,
  at timestamptz not null,
  read_at timestamptz,
  unique (person_id, position, kind)
);
create index notices_of_person on notices (person_id, id desc);
create index notices_unread on notices (person_id, ticket_number) where read_at is null;

create table notices_off (
  person_id integer not null references people,
  kind text not null,
  primary key (person_id, kind)
);

-- ---------------------------------------------------------------------------
-- What the iGroup announces to its schools; `schools` null is all of them.

create table announcements (
  id integer generated always as identity primary key,
  kind text not null,
  title text not null,
  text text not null,
  html text not null,
  schools integer[],
  starts_at timestamptz not null,
  ends_at timestamptz,
  written_by integer not null references people,
  written_at timestamptz not null,
  withdrawn_at timestamptz
);

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

alter table ticket_people enable row level security;
alter table ticket_people force row level security;
alter table outgoing enable row level security;
alter table outgoing force row level security;
alter table changes enable row level security;
alter table changes force row level security;
alter table drafts enable row level security;
alter table drafts force row level security;
alter table uploads enable row level security;
alter table uploads force row level security;
alter table views enable row level security;
alter table views force row level security;
alter table readings enable row level security;
alter table readings force row level security;
alter table notices enable row level security;
alter table notices force row level security;
alter table notices_off enable row level security;
alter table notices_off force row level security;
alter table announcements enable row level security;
alter table announcements force row level security;

grant select, insert, delete on ticket_people to firstline_desk, firstline_school, firstline_software;
create policy everything on ticket_people to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on ticket_people to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));

grant select, insert, update on outgoing to firstline_desk;
-- No policy lets a school near what waits: to it the table is empty.
grant select on outgoing to firstline_school;
grant select, update, delete on outgoing to firstline_software;
create policy everything on outgoing to firstline_desk, firstline_software using (true) with check (true);

grant select, insert, update on changes to firstline_desk, firstline_school;
grant select, delete on changes to firstline_software;
create policy everything on changes to firstline_desk, firstline_software using (true) with check (true);
create policy own on changes to firstline_school
  using (school_id = (select acting_school()) and person_id = (select acting_person()))
  with check (school_id = (select acting_school()) and person_id = (select acting_person()));
grant update (taken_back_at) on notes to firstline_desk;

grant select, insert, update, delete on drafts, uploads, readings to firstline_desk, firstline_school;
grant select, delete on drafts, uploads to firstline_software;
create policy own on drafts to firstline_desk, firstline_school
  using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy everything on drafts to firstline_software using (true);
create policy own on uploads to firstline_desk, firstline_school
  using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy everything on uploads to firstline_software using (true);
create policy own on readings to firstline_desk, firstline_school
  using (person_id = (select acting_person())) with check (person_id = (select acting_person()));

grant select, insert, update, delete on views to firstline_desk;
create policy own_or_shared on views for select to firstline_desk
  using (shared or owner_id = (select acting_person()));
create policy own on views to firstline_desk
  using (owner_id = (select acting_person())) with check (owner_id = (select acting_person()));
grant select on views to firstline_software;
create policy everything on views to firstline_software using (true);
create policy shared_to_coordinators on views for update to firstline_desk
  using (shared and (select acting_coordinator())) with check (shared and (select acting_coordinator()));

grant select, insert, update on notices to firstline_desk;
grant select, insert, delete on notices to firstline_software;
create policy own on notices to firstline_desk
  using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy everything on notices to firstline_software using (true) with check (true);
grant select, insert, delete on notices_off to firstline_desk;
grant select on notices_off to firstline_software;
create policy own on notices_off to firstline_desk
  using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy everything on notices_off to firstline_software using (true);
-- Who has looked since is not told of it; and what happened before there was a bell does not ring it.
grant select on readings to firstline_software;
create policy everything on readings to firstline_software using (true);
insert into event_readers (name, position) select 'notices', max(position) from events having count(*) > 0;

grant select, insert, update on announcements to firstline_desk;
grant select on announcements to firstline_school, firstline_software;
create policy everything on announcements to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on announcements to firstline_school
  using (withdrawn_at is null and (schools is null or (select acting_school()) = any (schools)));

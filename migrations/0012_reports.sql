-- Reports: what is measured of each ticket, and the exports that a person keeps for a day.

-- A reader of the story keeps it: the desk's first answer, in minutes of the desk's hours, and since when it is solved.
create table ticket_measures (
  ticket_number integer primary key references tickets,
  school_id integer not null references schools,
  answered_at timestamptz,
  answer_minutes integer,
  resolved_at timestamptz
);
create index ticket_measures_resolved on ticket_measures (resolved_at) where resolved_at is not null;
create index tickets_opened on tickets (opened_at);

-- The file of an export lies on the disk under its hash; its row says what it holds and how far it has come.
create table exports (
  id uuid primary key default gen_random_uuid(),
  person_id integer not null references people,
  session_id uuid,
  token_id uuid,
  lang text not null,
  name text not null,
  format text not null check (format in ('csv', 'json')),
  query jsonb not null,
  columns text[] not null,
  asked_at timestamptz not null,
  -- How many tickets it will hold and how many it holds; a server that works on it says so all the time.
  total integer,
  done integer not null default 0,
  touched_at timestamptz,
  outcome text check (outcome in ('ready', 'cancelled', 'failed', 'removed')),
  ended_at timestamptz,
  sha256 text,
  size bigint,
  check ((outcome is null) = (ended_at is null)),
  check ((outcome is not distinct from 'ready') = (sha256 is not null))
);
create index exports_of_person on exports (person_id, asked_at desc);
create index exports_waiting on exports (asked_at) where outcome is null;

alter table ticket_measures enable row level security;
alter table ticket_measures force row level security;
alter table exports enable row level security;
alter table exports force row level security;

grant select on ticket_measures to firstline_desk, firstline_school;
grant select, insert, update on ticket_measures to firstline_software;
create policy everything on ticket_measures to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on ticket_measures to firstline_school using (school_id = (select acting_school()));

-- No school has exports, and of the desk each person her own.
grant select, insert, update on exports to firstline_desk;
grant select, update, delete on exports to firstline_software;
create policy own on exports to firstline_desk
  using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy everything on exports to firstline_software using (true) with check (true);

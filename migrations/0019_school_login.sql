-- A school's login with named people behind it (S10, S24): the desk makes the password and a letter with it, the school
-- chooses its own; its people are kept by itself, hand over the role that keeps them, and are confirmed once a year.

-- When the desk made the password that stands; null since the school chose its own. Until then it opens nothing else.
alter table logins add column made_at timestamptz;

alter table people
  add column email text,
  add column phone text,
  -- Of the school's technical contacts, the one who is asked when the first is away (S12).
  add column backup boolean not null default false;

-- The role of security contact goes from one person to another: one proposes, the other accepts.
create table handovers (
  id integer generated always as identity primary key,
  school_id integer not null references schools,
  from_id integer references people,
  to_id integer not null references people,
  proposed_by integer not null references people,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  -- The desk does it at once when the person is gone, and says why.
  reason text,
  ended_at timestamptz,
  ended_as text check (ended_as in ('accepted', 'declined', 'withdrawn', 'expired')),
  check (num_nonnulls(ended_at, ended_as) in (0, 2))
);
create unique index handover_under_way on handovers (school_id) where ended_at is null;

-- Once a school year a school says who of its people is still there.
create table reviews (
  id integer generated always as identity primary key,
  school_id integer not null references schools,
  -- Its first September; null for one that the coordinator started beside.
  school_year smallint,
  started_at timestamptz not null,
  -- Null is the software.
  started_by integer references people,
  -- The last day on which the school can answer, of its own zone.
  due_day date not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('confirmed', 'expired')),
  check (num_nonnulls(ended_at, ended_as) in (0, 2)),
  unique (school_id, school_year)
);
create unique index review_under_way on reviews (school_id) where ended_at is null;

create table review_answers (
  review_id integer not null references reviews,
  school_id integer not null references schools,
  person_id integer not null references people,
  answer text not null check (answer in ('stays', 'changed', 'gone', 'expired')),
  answered_by integer references people,
  answered_at timestamptz not null,
  primary key (review_id, person_id)
);

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

-- A school keeps its own people, and nobody else's: least of all somebody of the iGroup.
drop policy own_school on people;
create policy own_school on people for select to firstline_school
  using (school_id is null or school_id = (select acting_school()));
create policy adds_own on people for insert to firstline_school
  with check (school_id = (select acting_school()));
create policy changes_own on people for update to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));
grant insert, update on people to firstline_school;

-- Sessions end, and a school's password is written, in the software's role: no school's role comes near either table.
grant select (id, person_id, ended_at), update (ended_at) on sessions to firstline_software;
grant select (id, person_id, revoked_at), update (revoked_at) on tokens to firstline_software;
grant select (id, username, school_id, made_at), update (password_hash, made_at) on logins to firstline_software;
grant select (made_at) on logins to firstline_desk;

alter table handovers enable row level security;
alter table handovers force row level security;
alter table reviews enable row level security;
alter table reviews force row level security;
alter table review_answers enable row level security;
alter table review_answers force row level security;

grant select, insert, update on handovers, reviews, review_answers to firstline_desk, firstline_software;
grant select, insert, update on handovers, review_answers to firstline_school;
grant select on reviews to firstline_school;
grant update (ended_at, ended_as) on reviews to firstline_school;
create policy everything on handovers to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on handovers to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));
create policy everything on reviews to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on reviews to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));
create policy everything on review_answers to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on review_answers to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));

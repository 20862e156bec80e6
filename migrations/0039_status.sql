-- Notices and known problems (N19): what the iGroup tells of the supported system, to whom, what was told of it since,
-- the tickets that are gathered into it, and the people of schools who say that they have it too.

-- What a notice is about: a short list that an administrator keeps. The name in both languages.
create table status_systems (
  id integer generated always as identity primary key,
  name_en text not null,
  name_fr text not null,
  place integer not null,
  removed_at timestamptz
);
insert into status_systems (name_en, name_fr, place) values
  ('Student information system', 'Système d’information sur les élèves', 1),
  ('Sign-in', 'Ouverture de session', 2),
  ('Reports', 'Rapports', 3),
  ('Printing', 'Impression', 4),
  ('This help desk', 'Ce centre d’aide', 5);

create table status_notices (
  -- No number: what others were told is not to be counted.
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('planned_work', 'incident', 'known_problem')),
  system_id integer not null references status_systems,
  severity text not null check (severity in ('slow', 'partly', 'down')),
  audience text not null check (audience in ('public', 'schools', 'stage1', 'before_stage1', 'some')),
  lang text not null check (lang in ('en', 'fr')),
  title text not null,
  text text not null,
  -- What a ticket of it is about, where somebody still has the problem.
  category text not null,
  -- Whether it has begun and is over by its times, follows from them (status/rules/states.ts).
  state text not null default 'draft' check (state in ('draft', 'open', 'solved', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  -- Rises with each change, so that nothing is written over unseen.
  edition integer not null default 1,
  written_by integer not null references people,
  written_at timestamptz not null,
  published_at timestamptz,
  ended_at timestamptz,
  changed_at timestamptz not null,
  check (ends_at is null or ends_at > starts_at),
  check ((state = 'draft') <= (published_at is null)),
  check ((state in ('solved', 'cancelled')) = (ended_at is not null))
);
create index status_notices_now on status_notices (starts_at) where state = 'open';
create index status_notices_changed on status_notices (changed_at desc, id);

-- The schools of a notice for some, by name.
create table status_notice_schools (
  notice_id uuid not null references status_notices,
  school_id integer not null references schools,
  primary key (notice_id, school_id)
);
create index status_notice_schools_of on status_notice_schools (school_id);

-- The texts of a notice as they were before it was changed.
create table status_versions (
  notice_id uuid not null references status_notices,
  edition integer not null,
  title text not null,
  text text not null,
  changed_by integer not null references people,
  changed_at timestamptz not null,
  primary key (notice_id, edition)
);
create trigger append_only before update or delete or truncate on status_versions
  for each statement execute function refuse_rewriting();

-- What was told of it since, and how it moved on with that. It waits until `leaves_at`; told once, it stays.
create table status_updates (
  id uuid primary key default gen_random_uuid(),
  notice_id uuid not null references status_notices,
  text text not null,
  move text check (move in ('begin', 'solve', 'cancel', 'reopen')),
  written_by integer not null references people,
  written_at timestamptz not null,
  leaves_at timestamptz not null,
  -- The work on the gathered tickets that takes it to them; it is forgotten some days after.
  bulk_id integer,
  told_at timestamptz,
  taken_back_at timestamptz,
  check (num_nonnulls(told_at, taken_back_at) < 2)
);
create index status_updates_of on status_updates (notice_id, written_at);
create unique index status_updates_waiting on status_updates (notice_id) where told_at is null and taken_back_at is null;
create function keep_what_was_told() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.told_at is not null or old.taken_back_at is not null
    or (old.text, old.notice_id, old.move, old.written_by, old.written_at)
      is distinct from (new.text, new.notice_id, new.move, new.written_by, new.written_at) then
    raise exception 'what was told stays as it was told';
  end if;
  return new;
end $$;
create trigger keep_what_was_told before update or delete on status_updates
  for each row execute function keep_what_was_told();

-- A ticket that is of a known problem; parting it is a mark.
create table status_gathered (
  id integer generated always as identity primary key,
  notice_id uuid not null references status_notices,
  ticket_number integer not null references tickets,
  school_id integer not null references schools,
  gathered_by integer not null references people,
  gathered_at timestamptz not null,
  parted_by integer references people,
  parted_at timestamptz,
  check (num_nulls(parted_by, parted_at) in (0, 2))
);
create unique index status_gathered_once on status_gathered (ticket_number) where parted_at is null;
create index status_gathered_of on status_gathered (notice_id) where parted_at is null;

-- Somebody of a school has it too: once for each person, with what she works with, as far as she says it.
create table status_me_toos (
  id integer generated always as identity primary key,
  notice_id uuid not null references status_notices,
  school_id integer not null references schools,
  person_id integer not null references people,
  said_at timestamptz not null,
  browser text,
  system text,
  computers integer check (computers between 1 and 9999),
  taken_back_at timestamptz,
  -- Asked when it is solved: whether it works again; if not, the ticket that she opened by that.
  works boolean,
  answered_at timestamptz,
  ticket_number integer references tickets,
  check (num_nulls(works, answered_at) in (0, 2)),
  check (ticket_number is null or works = false)
);
create unique index status_me_toos_once on status_me_toos (notice_id, person_id) where taken_back_at is null;

-- The bell tells of a notice, each person once.
alter table notices drop constraint notices_check;
alter table notices add column status_id uuid references status_notices, add column about text;
alter table notices add constraint notices_of_one check (num_nonnulls(ticket_number, month, status_id) = 1);
alter table notices add constraint notices_about check ((status_id is null) = (about is null));
create unique index notices_of_status on notices (person_id, status_id) where status_id is not null;

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

do $$
declare
  name text;
begin
  foreach name in array array['status_systems', 'status_notices', 'status_notice_schools', 'status_versions',
      'status_updates', 'status_gathered', 'status_me_toos'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select on %I to firstline_desk, firstline_software, firstline_school', name);
    execute format('create policy everything on %I to firstline_desk, firstline_software using (true) with check (true)', name);
  end loop;
end $$;

grant insert, update on status_systems, status_notices, status_updates, status_gathered to firstline_desk;
grant insert, delete on status_notice_schools to firstline_desk;
grant insert on status_versions to firstline_desk;
grant update (state, starts_at, ends_at, ended_at, changed_at) on status_notices to firstline_software;
grant update (told_at) on status_updates to firstline_software;
-- For who opens a ticket because she still has it.
grant update (ticket_number) on status_me_toos to firstline_software;

create policy all_systems on status_systems for select to firstline_school using (true);
-- A school reads what is published, by its audience; which other schools are named, what was written before and what
-- waits it never does.
create policy own_school on status_notice_schools for select to firstline_school
  using (school_id = (select acting_school()));
create policy concerned on status_notices for select to firstline_school
  using (published_at is not null and case audience
    when 'some' then id in (select s.notice_id from status_notice_schools s)
    when 'stage1' then (select current_setting('app.stage1', true)) = 'yes'
    when 'before_stage1' then (select current_setting('app.stage1', true)) = 'no'
    else (select acting_school()) is not null end);
create policy told on status_updates for select to firstline_school
  using (told_at is not null and notice_id in (select n.id from status_notices n));
create policy own_school on status_gathered for select to firstline_school
  using (school_id = (select acting_school()) and parted_at is null);
grant insert on status_me_toos to firstline_school;
grant update (taken_back_at, works, answered_at, browser, system, computers) on status_me_toos to firstline_school;
create policy own on status_me_toos to firstline_school
  using (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true)))
  with check (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true))
    and notice_id in (select n.id from status_notices n));

-- Of a ticket about rights the desk sees only what it sees of the ticket (S10).
create policy of_seen_ticket on status_gathered as restrictive to firstline_desk
  using ((select sees_rights()) or exists (select from tickets t where t.number = ticket_number));
create policy of_seen_ticket on status_me_toos as restrictive to firstline_desk
  using (ticket_number is null or (select sees_rights())
    or exists (select from tickets t where t.number = ticket_number));

-- Requests to change the configuration of the supported system (S9): what is asked, what is done with it, and the log
-- that the schools concerned read. The log has words of its own, and no column of it leads to who asked.

create table configuration_changes (
  -- No number: what others were told is not to be counted.
  id uuid primary key default gen_random_uuid(),
  state text not null check (state in ('planned', 'done', 'dropped')),
  area text not null,
  setting text not null,
  was text not null,
  becomes text not null,
  why text not null,
  dropped_why text,
  -- As it was said; which schools that meant is in configuration_affected.
  scope text not null check (scope in ('own', 'some', 'waves', 'all')),
  -- For when it is planned; then when it was done or dropped.
  day date not null,
  told_at timestamptz not null,
  rolls_back uuid unique references configuration_changes,
  check ((state = 'dropped') = (dropped_why is not null)),
  check (rolls_back is null or state = 'done')
);
create index configuration_changes_by_day on configuration_changes (day desc, told_at desc);

-- The schools that a change meant on the day of its approval. No later move of a school changes these rows.
create table configuration_affected (
  change_id uuid not null references configuration_changes,
  school_id integer not null references schools,
  primary key (change_id, school_id)
);
create index configuration_affected_school on configuration_affected (school_id);

create table configuration_requests (
  ticket_number integer primary key references tickets,
  school_id integer not null references schools,
  -- As its ticket is.
  inside boolean not null,
  asked_by integer not null references people,
  asked_at timestamptz not null,
  state text not null default 'asked'
    check (state in ('asked', 'approved', 'refused', 'done', 'given_up', 'rolled_back')),
  area text not null,
  setting text not null,
  was text not null,
  becomes text not null,
  why text not null,
  wished_for date,
  risks text,
  -- What its school said of whom it concerns.
  reach text not null check (reach in ('own', 'more')),
  reach_words text,
  -- What the iGroup has settled: the schools as said (the named ones are in configuration_named), the words for them, the day.
  scope text check (scope in ('own', 'some', 'waves', 'all')),
  told_setting text,
  told_was text,
  told_becomes text,
  told_why text,
  planned_for date,
  change_id uuid unique references configuration_changes,
  check (num_nulls(told_setting, told_was, told_becomes, told_why) in (0, 4)),
  check (state not in ('approved', 'done', 'rolled_back') or change_id is not null)
);
create index configuration_requests_open on configuration_requests (asked_at) where state in ('asked', 'approved');

-- The waves or the schools that a scope names.
create table configuration_named (
  ticket_number integer not null references configuration_requests,
  wave_id integer references waves,
  school_id integer references schools,
  check (num_nonnulls(wave_id, school_id) = 1),
  unique (ticket_number, wave_id),
  unique (ticket_number, school_id)
);

-- What was done with a request.
create table configuration_steps (
  id integer generated always as identity primary key,
  ticket_number integer not null references configuration_requests,
  step text not null check (step in ('change', 'approve', 'refuse', 'give_up', 'plan', 'complete', 'roll_back')),
  taken_by integer not null references people,
  taken_at timestamptz not null,
  reason text
);
create index configuration_steps_of on configuration_steps (ticket_number);

-- When somebody of a school looked at the log last.
create table configuration_looks (
  person_id integer primary key references people,
  school_id integer not null references schools,
  looked_at timestamptz not null
);

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

alter table configuration_changes enable row level security;
alter table configuration_changes force row level security;
alter table configuration_affected enable row level security;
alter table configuration_affected force row level security;
alter table configuration_requests enable row level security;
alter table configuration_requests force row level security;
alter table configuration_named enable row level security;
alter table configuration_named force row level security;
alter table configuration_steps enable row level security;
alter table configuration_steps force row level security;
alter table configuration_looks enable row level security;
alter table configuration_looks force row level security;

grant select on configuration_changes, configuration_affected, configuration_requests, configuration_named,
  configuration_steps, configuration_looks to firstline_software;
grant select, insert on configuration_changes, configuration_affected, configuration_steps to firstline_desk;
grant update (state, was, becomes, dropped_why, day, told_at) on configuration_changes to firstline_desk;
grant select, insert, update on configuration_requests to firstline_desk;
grant select, insert, delete on configuration_named to firstline_desk;
create policy everything on configuration_changes to firstline_desk, firstline_software using (true) with check (true);
create policy everything on configuration_affected to firstline_desk, firstline_software using (true) with check (true);
create policy everything on configuration_requests to firstline_desk, firstline_software using (true) with check (true);
create policy everything on configuration_named to firstline_desk, firstline_software using (true) with check (true);
create policy everything on configuration_steps to firstline_desk, firstline_software using (true) with check (true);
create policy everything on configuration_looks to firstline_software using (true) with check (true);

-- A school asks and gives up its own requests; which other schools are named it never reads.
grant select, insert on configuration_requests to firstline_school;
grant update (state) on configuration_requests to firstline_school;
create policy own_school on configuration_requests to firstline_school
  using (school_id = (select acting_school()) and not inside)
  with check (school_id = (select acting_school()) and not inside);
grant select, insert on configuration_steps to firstline_school;
create policy own_school on configuration_steps to firstline_school
  using (ticket_number in (select r.ticket_number from configuration_requests r))
  with check (ticket_number in (select r.ticket_number from configuration_requests r));
-- To a school the table is empty: no policy lets it near.
grant select on configuration_named to firstline_school;

-- Of the log a school reads what meant it, and what concerns all, also when it joined later.
grant select on configuration_changes, configuration_affected to firstline_school;
create policy own_school on configuration_affected to firstline_school
  using (school_id = (select acting_school()));
create policy concerned on configuration_changes to firstline_school
  using (scope = 'all' or id in (select a.change_id from configuration_affected a));

grant select, insert, update on configuration_looks to firstline_school;
create policy own on configuration_looks to firstline_school
  using (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true)))
  with check (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true)));

-- What hangs on a ticket is there for those of the desk who see the ticket (0025).
do $$
declare
  name text;
begin
  foreach name in array array['configuration_requests', 'configuration_named', 'configuration_steps'] loop
    execute format(
      'create policy of_seen_ticket on %I as restrictive to firstline_desk using (
        (select sees_rights()) or exists (select from tickets t where t.number = ticket_number))',
      name);
  end loop;
end $$;

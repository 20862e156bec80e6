-- The group that runs this installation: what it and the system that it supports are called, when its desk works, and
-- which steps of its first run somebody has put off. Where a table is empty, what holds stands in the rules.

create table igroup (
  only_row boolean primary key default true check (only_row),
  name text check (length(name) between 1 and 60),
  system text check (length(system) between 1 and 60),
  -- Rises with each change, so that nobody writes over what she has not seen.
  version integer not null default 0
);

-- When the desk works, from an instant on: rows are added and never changed, so what was measured by them stays.
create table desk_times (
  id integer generated always as identity primary key,
  since timestamptz not null,
  zone text not null,
  -- Stretches of weekdays: [{"weekday": 1, "from_minute": 480, "to_minute": 960}].
  week jsonb not null check (jsonb_typeof(week) = 'array' and week <> '[]'),
  said_by integer not null references people
);

create table steps_put_off (
  id integer generated always as identity primary key,
  step text not null,
  put_off_by integer not null references people,
  put_off_at timestamptz not null,
  taken_up_by integer references people,
  taken_up_at timestamptz,
  check (num_nulls(taken_up_by, taken_up_at) in (0, 2))
);
create unique index one_putting_off on steps_put_off (step) where taken_up_at is null;

alter table igroup enable row level security;
alter table igroup force row level security;
alter table desk_times enable row level security;
alter table desk_times force row level security;
alter table steps_put_off enable row level security;
alter table steps_put_off force row level security;

grant select, insert, update on igroup to firstline_desk;
grant select on igroup to firstline_school, firstline_software; -- its name is on every page that a school opens
grant select, insert on desk_times to firstline_desk;
grant select on desk_times to firstline_software;
grant select, insert, update on steps_put_off to firstline_desk;
grant select on steps_put_off to firstline_software; -- the backup's reader
create policy everything on igroup to firstline_desk using (true) with check (true);
create policy everything_seen on igroup for select to firstline_school, firstline_software using (true);
create policy everything on desk_times to firstline_desk using (true) with check (true);
create policy everything_seen on desk_times for select to firstline_software using (true);
create policy everything on steps_put_off to firstline_desk using (true) with check (true);
create policy everything_seen on steps_put_off for select to firstline_software using (true);

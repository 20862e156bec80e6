-- How long a step of a ticket's life usually takes (N18): counted each night over all schools, so that no school's page
-- reads another's tickets. Only where enough tickets stand behind a number.

create table step_times (
  category text not null,
  state text not null,
  tickets integer not null check (tickets >= 10),
  schools integer not null check (schools >= 1),
  -- Minutes when the desk is open: half of the tickets took at most the one, nine of ten at most the other.
  half_minutes integer not null check (half_minutes >= 0),
  most_minutes integer not null check (most_minutes >= half_minutes),
  counted_at timestamptz not null,
  primary key (category, state)
);

alter table step_times enable row level security;
alter table step_times force row level security;

grant select on step_times to firstline_desk, firstline_school;
grant select, insert, update, delete on step_times to firstline_software;
create policy everything on step_times to firstline_software using (true) with check (true);
create policy read_by_desk on step_times for select to firstline_desk using (true);
-- Of fewer schools a number would tell of one of them.
create policy of_many_schools on step_times for select to firstline_school using (schools >= 5);

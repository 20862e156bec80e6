-- Handing: which team a ticket is for and who in it is next, who of the desk is there when, and tickets that are
-- handed over together.

-- How a team's tickets find a person: by hand, in turn, or to whoever has the fewest. `turns` counts those given.
alter table teams
  add way text not null default 'by_hand' check (way in ('by_hand', 'round_robin', 'least_loaded')),
  add turns integer not null default 0;
-- The turn in which this person was given a ticket last; null is never.
alter table team_people add last_turn integer;

alter table tickets add team_id integer references teams;
create index tickets_of_team on tickets (team_id) where ended_at is null and team_id is not null;

-- Which new tickets go to a team by themselves: the first that fits, by `place`. Null is any category, any school.
-- A list is replaced as a whole, and what it was stays with who replaced it.
create table team_rules (
  id integer generated always as identity primary key,
  team_id integer not null references teams,
  place integer not null,
  categories text[] check (cardinality(categories) > 0),
  schools integer[] check (cardinality(schools) > 0),
  set_by integer not null references people,
  set_at timestamptz not null,
  removed_by integer references people,
  removed_at timestamptz,
  check ((removed_by is null) = (removed_at is null))
);
create index team_rules_in_force on team_rules (place) where removed_at is null;

-- When somebody of the desk works, in minutes of the day in the desk's zone; 1440 is midnight. Without a row: always.
create table work_hours (
  person_id integer not null references people,
  weekday integer not null check (weekday between 1 and 7),
  from_minute integer not null check (from_minute >= 0),
  to_minute integer not null check (to_minute <= 1440 and to_minute > from_minute),
  set_by integer not null references people,
  set_at timestamptz not null,
  primary key (person_id, weekday, from_minute)
);

-- When somebody is not there: whole days in the desk's zone, or from noon, or until noon.
create table absences (
  id integer generated always as identity primary key,
  person_id integer not null references people,
  from_date date not null,
  from_noon boolean not null default false,
  to_date date not null check (to_date >= from_date),
  to_noon boolean not null default false,
  reason text,
  stand_in_id integer references people,
  set_by integer not null references people,
  set_at timestamptz not null,
  removed_at timestamptz,
  check (not (from_date = to_date and from_noon and to_noon))
);
create index absences_of_person on absences (person_id, to_date) where removed_at is null;

-- Tickets that went from one person to others in one step, and can come back in one.
create table hand_overs (
  id integer generated always as identity primary key,
  from_id integer not null references people,
  by_id integer not null references people,
  at timestamptz not null,
  undone_at timestamptz
);
create table hand_over_tickets (
  hand_over_id integer not null references hand_overs,
  ticket_number integer not null references tickets,
  position bigint not null references events,
  primary key (hand_over_id, ticket_number)
);

alter table team_rules enable row level security;
alter table team_rules force row level security;
alter table work_hours enable row level security;
alter table work_hours force row level security;
alter table absences enable row level security;
alter table absences force row level security;
alter table hand_overs enable row level security;
alter table hand_overs force row level security;
alter table hand_over_tickets enable row level security;
alter table hand_over_tickets force row level security;

-- No policy lets a school near the teams: a ticket that it sees is of no team.
grant select on teams to firstline_school;
-- The software gives a new ticket to who is next.
grant update (turns) on teams to firstline_software;
grant update (last_turn) on team_people to firstline_desk, firstline_software;

grant select, insert, update on team_rules to firstline_desk;
grant select, insert, delete on work_hours to firstline_desk;
grant select, insert, update on absences to firstline_desk;
grant select, insert, update on hand_overs to firstline_desk;
grant select, insert on hand_over_tickets to firstline_desk;
grant select on team_rules, work_hours, absences, hand_overs, hand_over_tickets to firstline_software;
create policy everything on team_rules to firstline_desk, firstline_software using (true) with check (true);
create policy everything on work_hours to firstline_desk, firstline_software using (true) with check (true);
create policy everything on absences to firstline_desk, firstline_software using (true) with check (true);
create policy everything on hand_overs to firstline_desk, firstline_software using (true) with check (true);
create policy everything on hand_over_tickets to firstline_desk, firstline_software using (true) with check (true);

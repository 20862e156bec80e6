-- Teams of the iGroup: who works which kind of ticket together. And changes that are not on a ticket's row.

create table teams (
  id integer generated always as identity primary key,
  name text not null,
  created_at timestamptz not null,
  removed_at timestamptz
);
create unique index teams_by_name on teams (lower(name)) where removed_at is null;

create table team_people (
  team_id integer not null references teams,
  person_id integer not null references people,
  added_at timestamptz not null,
  primary key (team_id, person_id)
);
create index teams_of_person on team_people (person_id);

-- By which way a change is put back: the ticket's row (`before` and `after` are its columns), a note, or a part's own.
alter table changes add way text not null default 'ticket';
update changes set way = 'note', after = jsonb_build_object('note_id', note_id) where note_id is not null;
alter table changes alter way drop default, drop note_id;

alter table teams enable row level security;
alter table teams force row level security;
alter table team_people enable row level security;
alter table team_people force row level security;

grant select, insert, update on teams to firstline_desk;
grant select, insert, delete on team_people to firstline_desk;
grant select on teams, team_people to firstline_software;
create policy everything on teams to firstline_desk, firstline_software using (true) with check (true);
create policy everything on team_people to firstline_desk, firstline_software using (true) with check (true);

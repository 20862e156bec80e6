-- Waiting for somebody of a team: tickets that were to go to who is next in it when nobody was there. They are given
-- when somebody is there again; a row goes with its ticket's next giving.

create table waiting_for_team (
  ticket_number integer primary key references tickets,
  team_id integer not null references teams,
  way text not null check (way in ('round_robin', 'least_loaded')),
  since timestamptz not null
);

alter table waiting_for_team enable row level security;
alter table waiting_for_team force row level security;

grant select, insert, update, delete on waiting_for_team to firstline_desk, firstline_software;
create policy everything on waiting_for_team to firstline_desk, firstline_software using (true) with check (true);

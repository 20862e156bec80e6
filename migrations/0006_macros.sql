-- Macros of the desk: texts and steps that are kept under a name. One without steps is a canned reply.

create table macros (
  id integer generated always as identity primary key,
  owner_id integer not null references people,
  whose text not null check (whose in ('own', 'team', 'all')),
  team_id integer references teams,
  name text not null,
  -- "Access / Passwords"; empty: in none.
  folder text not null,
  -- In which its variables are filled in.
  lang text not null check (lang in ('en', 'fr')),
  reply text,
  note text,
  steps jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  check ((whose = 'team') = (team_id is not null))
);
create index macros_of_owner on macros (owner_id) where removed_at is null;

-- Each time that one was sent: by whom, on which ticket.
create table macro_uses (
  macro_id integer not null references macros,
  person_id integer not null references people,
  ticket_number integer not null references tickets,
  at timestamptz not null
);
create index uses_of_macro on macro_uses (macro_id, person_id, at);

alter table macros enable row level security;
alter table macros force row level security;
alter table macro_uses enable row level security;
alter table macro_uses force row level security;

-- No school has any part in them (rules/macros/keeping.ts says the same in code).
grant select, insert, update on macros to firstline_desk;
grant select, insert on macro_uses to firstline_desk;
grant select on macros, macro_uses to firstline_software;
create policy for_all on macros for select to firstline_desk using (whose = 'all');
create policy kept on macros to firstline_desk
  using (case whose
    when 'own' then owner_id = (select acting_person())
    when 'team' then (select acting_coordinator())
      or team_id in (select team_id from team_people where person_id = (select acting_person()))
    else (select acting_coordinator()) end);
create policy everything on macros to firstline_software using (true);
create policy everyones on macro_uses for select to firstline_desk using (true);
create policy own on macro_uses for insert to firstline_desk
  with check (person_id = (select acting_person()));
create policy everything on macro_uses to firstline_software using (true);

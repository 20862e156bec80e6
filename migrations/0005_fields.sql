-- Custom fields of tickets, and templates that fill in a new one.

-- What a field is. `place` orders them all; a removed one stays readable on the tickets that hold it.
create table fields (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('text', 'number', 'choice', 'date', 'checkbox', 'person')),
  name jsonb not null,
  help jsonb,
  categories text[] not null check (cardinality(categories) > 0),
  required text not null check (required in ('never', 'opening', 'solving')),
  -- Whether the school reads it and fills it in when it asks; else it is the desk's.
  for_school boolean not null,
  bounds jsonb not null,
  choices jsonb not null,
  condition jsonb,
  place integer not null,
  made_by integer not null references people,
  made_at timestamptz not null,
  changed_by integer not null references people,
  changed_at timestamptz not null,
  removed_at timestamptz
);

-- What a ticket's fields hold: {field id: value}. One row for what its school reads and one for what is the desk's,
-- so that the desk's values and their words are rows that no school has.
create table ticket_fields (
  ticket_number integer not null references tickets,
  audience text not null check (audience in ('school', 'desk')),
  school_id integer not null references schools,
  values jsonb not null,
  words tsvector not null,
  primary key (ticket_number, audience)
);
create index ticket_fields_of_school on ticket_fields (school_id);
create index ticket_fields_values on ticket_fields using gin (values);
create index ticket_fields_words on ticket_fields using gin (words);

create table templates (
  id integer generated always as identity primary key,
  name jsonb not null,
  for_whom text not null check (for_whom in ('desk', 'schools', 'both')),
  category text,
  subject jsonb,
  description jsonb,
  impact text,
  urgency text,
  values jsonb not null,
  made_by integer not null references people,
  made_at timestamptz not null,
  changed_by integer not null references people,
  changed_at timestamptz not null,
  removed_at timestamptz
);

-- Which ticket was begun with which template, and by whom: the use of a template is counted from here.
create table template_uses (
  ticket_number integer primary key references tickets,
  template_id integer not null references templates,
  school_id integer not null references schools,
  used_by integer not null references people,
  used_at timestamptz not null
);
create index uses_of_template on template_uses (template_id);

alter table fields enable row level security;
alter table fields force row level security;
alter table ticket_fields enable row level security;
alter table ticket_fields force row level security;
alter table templates enable row level security;
alter table templates force row level security;
alter table template_uses enable row level security;
alter table template_uses force row level security;

grant select, insert, update on fields, templates to firstline_desk;
grant select on fields, templates to firstline_school, firstline_software;
create policy everything on fields to firstline_desk, firstline_software using (true) with check (true);
create policy for_schools on fields to firstline_school using (for_school);
create policy everything on templates to firstline_desk, firstline_software using (true) with check (true);
create policy for_schools on templates to firstline_school using (for_whom <> 'desk' and removed_at is null);

grant select, insert, update on ticket_fields to firstline_desk;
-- A school fills in its fields when it opens its ticket, and does not change them later.
grant select, insert on ticket_fields to firstline_school;
grant select on ticket_fields to firstline_software;
create policy everything on ticket_fields to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on ticket_fields to firstline_school
  using (school_id = (select acting_school()) and audience = 'school')
  with check (school_id = (select acting_school()) and audience = 'school');

grant select, insert on template_uses to firstline_desk;
grant insert on template_uses to firstline_school;
grant select on template_uses to firstline_software;
create policy everything on template_uses to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on template_uses for insert to firstline_school
  with check (school_id = (select acting_school()));

-- Tags: words that the iGroup puts on tickets. No school sees them.

create table tags (
  id integer generated always as identity primary key,
  name text not null,
  created_by integer not null references people,
  created_at timestamptz not null,
  removed_at timestamptz,
  -- Merged: the tag that it is read as from then on. No row on a ticket moves, so that it can be taken apart again.
  stands_for integer references tags
);
create unique index tags_by_name on tags (lower(name)) where removed_at is null;
create index tags_standing_for on tags (stands_for) where stands_for is not null;

create table ticket_tags (
  ticket_number integer not null references tickets,
  tag_id integer not null references tags,
  added_by integer not null references people,
  added_at timestamptz not null,
  primary key (ticket_number, tag_id)
);
create index tickets_of_tag on ticket_tags (tag_id, ticket_number);

alter table tags enable row level security;
alter table tags force row level security;
alter table ticket_tags enable row level security;
alter table ticket_tags force row level security;

grant select, insert, update on tags to firstline_desk;
grant select, insert, delete on ticket_tags to firstline_desk;
grant select on tags, ticket_tags to firstline_software, firstline_school;
create policy everything on tags to firstline_desk, firstline_software using (true) with check (true);
create policy everything on ticket_tags to firstline_desk, firstline_software using (true) with check (true);
-- No policy lets a school near them: to it both tables are empty.

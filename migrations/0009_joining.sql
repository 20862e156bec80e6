-- Joining: tickets that have to do with each other, that stand under one another, that are merged and split. Each is a
-- fact of its own, with who and when. No message, file or event ever moves for it, so each can be taken back.

create table joinings (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('related', 'same', 'child', 'merged', 'split')),
  -- related, same: either way round. child: under `to_number`. merged, split: goes on in `to_number`.
  from_number integer not null references tickets,
  to_number integer not null references tickets,
  -- The school that may know of it; null where only the desk may: between two schools, and what stands under what.
  school_id integer references schools,
  made_by integer not null references people,
  made_at timestamptz not null,
  -- Of a merged ticket: how it stood before, {state, ended_at, resolution_code, planned_for}.
  was jsonb,
  undone_by integer references people,
  undone_at timestamptz,
  check (from_number <> to_number),
  check ((undone_by is null) = (undone_at is null)),
  check (kind <> 'child' or school_id is null),
  check (kind not in ('merged', 'split') or school_id is not null),
  check ((kind = 'merged') = (was is not null))
);
create unique index joinings_one_link on joinings (least(from_number, to_number), greatest(from_number, to_number))
  where kind in ('related', 'same') and undone_at is null;
create unique index joinings_one_parent on joinings (from_number) where kind = 'child' and undone_at is null;
create unique index joinings_one_merge on joinings (from_number) where kind = 'merged' and undone_at is null;
create index joinings_from on joinings (from_number) where undone_at is null;
create index joinings_to on joinings (to_number) where undone_at is null;

-- The messages that a split shows on the other ticket. A note is the desk's alone here too.
create table joined_messages (
  id bigint generated always as identity primary key,
  joining_id integer not null references joinings,
  reply_id bigint references replies,
  note_id bigint references notes,
  school_id integer references schools,
  check (num_nonnulls(reply_id, note_id) = 1),
  check ((note_id is null) = (school_id is not null))
);
create unique index joined_messages_replies on joined_messages (reply_id, joining_id) where reply_id is not null;
create unique index joined_messages_notes on joined_messages (note_id, joining_id) where note_id is not null;
create index joined_messages_of on joined_messages (joining_id);

-- A ticket and all that are merged into it, at any remove.
create function merged_family(ticket integer) returns integer[]
  language sql stable parallel safe
  return array(
    with recursive family (number) as (
      select ticket
      union
      select j.from_number from joinings j join family f on j.to_number = f.number
      where j.kind = 'merged' and j.undone_at is null
    )
    select number from family);

-- Where a merged ticket goes on, through all that were merged after it; null where it is not merged.
create function goes_on_in(ticket integer) returns integer
  language sql stable parallel safe
  return (
    with recursive way (number, steps) as (
      select j.to_number, 1 from joinings j where j.from_number = ticket and j.kind = 'merged' and j.undone_at is null
      union all
      select j.to_number, w.steps + 1 from way w join joinings j on j.from_number = w.number
      where j.kind = 'merged' and j.undone_at is null and w.steps < 100
    )
    select number from way order by steps desc limit 1);

alter table joinings enable row level security;
alter table joinings force row level security;
alter table joined_messages enable row level security;
alter table joined_messages force row level security;

grant select, insert on joinings, joined_messages to firstline_desk;
grant update (undone_by, undone_at) on joinings to firstline_desk;
grant select on joinings, joined_messages to firstline_school, firstline_software;
create policy everything on joinings to firstline_desk, firstline_software using (true) with check (true);
create policy everything on joined_messages to firstline_desk, firstline_software using (true) with check (true);
-- What only the desk may know of has no school, and so no school sees it.
create policy own_school on joinings to firstline_school using (school_id = (select acting_school()));
create policy own_school on joined_messages to firstline_school using (school_id = (select acting_school()));

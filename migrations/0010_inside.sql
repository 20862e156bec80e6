-- How a ticket came and for whom, tickets about a school that only the iGroup sees, and messages that are edited.

alter table tickets
  add channel text not null default 'web' check (channel in ('web', 'phone', 'email', 'in_person', 'letter')),
  -- Who asked, when that is nobody of the school's list; and where to call back, for the desk.
  add caller text,
  add call_back text,
  -- Only the iGroup sees it. What was written inside was written for inside, so this never changes.
  add inside boolean not null default false,
  -- The newest reply that somebody of each side has seen: until then its writer may still edit it.
  add read_by_desk bigint not null default 0,
  add read_by_school bigint not null default 0,
  add check (not inside or state not in ('waiting_school', 'resolved'));
create index tickets_inside on tickets (last_activity_at desc, number desc) where inside;

create function inside_stays() returns trigger language plpgsql as $$
begin
  if new.inside <> old.inside then
    raise exception 'a ticket never changes between inside and outside' using errcode = 'FL002';
  end if;
  return new;
end $$;
create trigger inside_stays before update of inside on tickets for each row execute function inside_stays();

-- A ticket that a school sees may go on from one that it must not know: so this stands in no row that it reads.
create table inside_follows (
  number integer primary key references tickets,
  inside_number integer not null references tickets
);
create index inside_follows_of on inside_follows (inside_number);

-- On a ticket inside nothing can be that a school reads: no reply, nobody of the school, no line of the story.
create function keep_inside() returns trigger language plpgsql as $$
begin
  if exists (select from tickets where number = new.ticket_number and inside) then
    if tg_table_name <> 'events' then
      raise exception 'a ticket inside has nothing for a school' using errcode = 'FL002';
    end if;
    new.audience := 'desk';
  end if;
  return new;
end $$;
create trigger keep_inside before insert or update of ticket_number on replies for each row execute function keep_inside();
create trigger keep_inside before insert or update of ticket_number on ticket_people for each row execute function keep_inside();
create trigger keep_inside before insert on events for each row when (new.audience = 'school' and new.ticket_number is not null)
  execute function keep_inside();

-- ---------------------------------------------------------------------------
-- What a message said before it was edited. `school_id` is who may read it: none of a note's.

create table message_versions (
  id bigint generated always as identity primary key,
  ticket_number integer not null references tickets,
  reply_id bigint references replies,
  note_id bigint references notes,
  school_id integer references schools,
  text text not null,
  edited_by integer not null references people,
  edited_at timestamptz not null,
  undone_at timestamptz,
  check (num_nonnulls(reply_id, note_id) = 1),
  check (note_id is null or school_id is null)
);
create index message_versions_of_reply on message_versions (reply_id, id) where reply_id is not null;
create index message_versions_of_note on message_versions (note_id, id) where note_id is not null;

-- A person's words are changed by nobody else; the software may, since it has to take out what must not be kept.
create function own_words() returns trigger language plpgsql as $$
begin
  if acting_person() is distinct from new.author_id and acting_person() is not null then
    raise exception 'these are the words of somebody else' using errcode = 'FL003';
  end if;
  return new;
end $$;
create trigger own_words before update of text on replies for each row execute function own_words();
create trigger own_words before update of text on notes for each row execute function own_words();

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

alter policy own_school on tickets
  using (school_id = (select acting_school()) and not inside)
  with check (school_id = (select acting_school()) and not inside);

grant update (text, html, words) on replies to firstline_desk, firstline_school;
grant update (text, html, words) on notes to firstline_desk;

alter table inside_follows enable row level security;
alter table inside_follows force row level security;
alter table message_versions enable row level security;
alter table message_versions force row level security;

grant select, insert on inside_follows to firstline_desk;
-- No policy lets a school near it: to it the table is empty.
grant select on inside_follows to firstline_school, firstline_software;
create policy everything on inside_follows to firstline_desk, firstline_software using (true) with check (true);

grant select, insert, update (undone_at) on message_versions to firstline_desk, firstline_school;
grant select on message_versions to firstline_software;
create policy everything on message_versions to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on message_versions to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));

-- How a ticket's request stands is on the ticket, so that lists and counts know what is undecided or late. An undecided
-- request for rights can be changed. What somebody read of rights while she kept them ends with her sight of them.

-- Who acts on the request now: its school, who decides, who carries it out; null once it is over, and on other tickets.
-- From the day after `request_due` (a day of the school, or of the desk for configuration) it is late.
alter table tickets
  add column request_waits text check (request_waits in ('school', 'decision', 'doing')),
  add column request_due date,
  -- When the iGroup last decided or did something about it: new to each of its school who has not looked since.
  add column request_told_at timestamptz,
  add check (request_waits is null or request is not null);

update tickets t set
  request_waits = case q.state when 'ending' then 'school' when 'approved' then 'doing' else 'decision' end,
  request_due = q.from_on,
  request_open = true
from rights_requests q
where q.ticket_number = t.number and q.state in ('ending', 'asked', 'prepared', 'approved');
update tickets t set
  request_waits = case q.state when 'approved' then 'doing' else 'decision' end,
  request_due = case q.state when 'approved' then q.planned_for else q.wished_for end
from configuration_requests q
where q.ticket_number = t.number and q.state in ('asked', 'approved');

-- How often it was changed since it was asked, and by whom last; what it said before is in the ticket's story.
alter table rights_requests
  add column edits integer not null default 0,
  add column edited_by integer references people,
  add column edited_at timestamptz,
  add check ((edits > 0) = (edited_by is not null) and (edited_by is null) = (edited_at is null));

-- A file that holds tickets about rights is there for its person while she sees them. Of the files of this day nobody
-- knows any more what they hold.
alter table exports add column of_rights boolean not null default false;
update exports set of_rights = true where sha256 is not null;
create policy of_seen_rights on exports as restrictive to firstline_desk
  using (not of_rights or (select sees_rights()));

-- As whom the database saw who was answered: to another sight the answer is not repeated.
alter table answered_requests add column seen_as text;

-- What time and the desk's hours do to a published agreement, and that the coordinators were told of it.

-- What was told of a version, once for each `of`: the instant since when the desk keeps other hours, or the day of its review.
create table agreement_told (
  version integer not null references agreements,
  what text not null check (what in ('agreement_hours', 'agreement_review_soon', 'agreement_review_due')),
  of text not null,
  told_at timestamptz not null,
  primary key (version, what, of)
);
create trigger append_only before update or delete or truncate on agreement_told
  for each statement execute function refuse_rewriting();

-- The notice of it is of no ticket.
alter table notices add column agreement integer references agreements;
alter table notices drop constraint notices_of_one;
alter table notices add constraint notices_of_one
  check (num_nonnulls(ticket_number, month, status_id, topic_id, week, agreement) = 1);

alter table agreement_told enable row level security;
alter table agreement_told force row level security;
grant select, insert on agreement_told to firstline_software;
create policy everything on agreement_told to firstline_software using (true) with check (true);

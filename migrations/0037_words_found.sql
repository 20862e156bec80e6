-- Words are sought first and the wall asked after. A policy's question comes before an operator that might tell of a row
-- (`@@`), so that under policies no index of words was used. These views have the same wall as a condition: they read as
-- the software, whose policies let every row through, and leave out what somebody of the desk may not see (0025). For
-- the desk alone; a school's few rows are found by its tickets.

create view ticket_words as
  select number, words from tickets where (select sees_rights()) or request is distinct from 'rights';
create view reply_words as
  select id, ticket_number, words from replies m
  where (select sees_rights()) or not exists (select from tickets t where t.number = m.ticket_number and t.request = 'rights');
create view note_words as
  select id, ticket_number, words from notes m
  where taken_back_at is null
    and ((select sees_rights()) or not exists (select from tickets t where t.number = m.ticket_number and t.request = 'rights'));
create view field_words as
  select ticket_number, words from ticket_fields m
  where (select sees_rights()) or not exists (select from tickets t where t.number = m.ticket_number and t.request = 'rights');

do $$
declare
  name text;
begin
  execute format('grant create on schema %I to firstline_software', current_schema());
  foreach name in array array['ticket_words', 'reply_words', 'note_words', 'field_words'] loop
    execute format('alter view %I owner to firstline_software', name);
    execute format('grant select on %I to firstline_desk', name);
  end loop;
  execute format('revoke create on schema %I from firstline_software', current_schema());
end $$;

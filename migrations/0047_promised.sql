-- A question whose work is the school's (connectivity.json ticket_kinds, advice): an answer is promised, no solution.
alter table tickets add column promised text not null default 'whole' check (promised in ('whole', 'answer'));
-- In the ledger as well: by what each interval stood.
alter table clock_marks add column promised text not null default 'whole' check (promised in ('whole', 'answer'));
alter table clock_marks drop constraint clock_marks_kind_check;
alter table clock_marks add check (kind in ('opened', 'moved', 'priority', 'promise', 'answered', 'asked'));

-- Held for another part, whose migration takes this number.
select 1;

-- How many times the key of the search had been changed when a token was made.
alter table person_search add column generation int not null default 0 check (generation >= 0);
create index person_search_generation on person_search (generation);
grant update (token, generation), delete on person_search to ${keysRole};

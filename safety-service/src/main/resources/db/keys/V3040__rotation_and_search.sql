-- Which key-encryption key wraps a personal key; null under the first there ever was.
alter table person_key add column wrapped_by int;
grant update (wrapped, wrapped_by) on person_key to ${keysRole};

-- By what she can be found: never her name or number, but what a keyed hash makes of it. Here and not with the data, so that it
-- is in no backup of them, and goes with her key.
create table person_search (
  token     bytea not null,
  person_id uuid not null references person_key on delete cascade,
  primary key (token, person_id)
);
create index person_search_person on person_search (person_id);
revoke all on person_search from public;
grant select, insert on person_search to ${keysRole};

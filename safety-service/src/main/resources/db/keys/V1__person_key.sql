-- One wrapped keyset per at-risk person. Deleting the row makes every copy of her data unreadable,
-- in the tables and in every backup of them.
create table person_key (
  person_id  uuid primary key,
  wrapped    bytea not null,
  created_at timestamptz not null default now()
);
revoke all on person_key from public;
grant select, insert on person_key to ${keysRole};

-- What must outlive every backup of the data: who was shredded, how far each value had got, and
-- where the audit stood.
create table person_tombstone (
  person_id uuid primary key,
  at        timestamptz not null
);
comment on table person_tombstone is 'A copy of the signed list in the key folder, which is the one that is believed.';

alter table person_key add column marks bytea;
comment on column person_key.marks is 'The highest version of each value, under the key-encryption key; null while all are first versions.';

create table audit_anchor (
  entries bigint primary key check (entries > 0),
  head    text not null,
  at      timestamptz not null
);

revoke all on person_tombstone, audit_anchor from public;
grant select, insert on person_tombstone, audit_anchor to ${keysRole};
grant update (marks), delete on person_key to ${keysRole};

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_anchor_append_only before update or delete or truncate on audit_anchor
  for each statement execute function refuse_change();
create trigger person_tombstone_append_only before update or delete or truncate on person_tombstone
  for each statement execute function refuse_change();

-- What follows from a change of a referral (its line in the case list, its tokens) is worked out after the
-- commit. Whatever changes a referral leaves a note here: a trigger, so that no way in can forget it, and one
-- insert, so that the change costs the same whatever is found later.
create table referral_upkeep (
  seq         bigint generated always as identity primary key,
  referral_id uuid not null
);
alter table referral_upkeep enable row level security;
alter table referral_upkeep force row level security;
create policy noted_by_anybody on referral_upkeep for insert with check (true);
create policy done_by_the_service on referral_upkeep
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert, delete on referral_upkeep to ${appRole};

create function note_referral_upkeep() returns trigger language plpgsql as $$
begin
  insert into referral_upkeep (referral_id) values (new.id);
  return null;
end $$;
create trigger referral_upkeep after insert or update on referral
  for each row execute function note_referral_upkeep();

-- Row-level security binds the owner as well.
select set_config('app.borough', '*', true);
insert into referral_upkeep (referral_id) select id from referral;

-- Who read what about whom. Rows are written by every caller and read by staff.
create table referral_access (
  id          uuid primary key,
  referral_id uuid,
  at          timestamptz not null,
  subject     text not null,
  name        text not null,
  role        text not null,
  what        text not null,
  purpose     text,
  filter      text,
  check ((referral_id is null) = (filter is not null))
);
comment on column referral_access.filter is 'Of a list read: which filters; a name that was searched for is not kept.';
create index referral_access_by_referral on referral_access (referral_id, id desc) where referral_id is not null;
alter table referral_access enable row level security;
alter table referral_access force row level security;
create policy written_by_anybody on referral_access for insert with check (true);
create policy read_by_staff on referral_access for select
  using (current_setting('app.borough', true) = '*');
grant select, insert on referral_access to ${appRole};
create trigger referral_access_append_only before update or delete or truncate on referral_access
  for each statement execute function refuse_change();

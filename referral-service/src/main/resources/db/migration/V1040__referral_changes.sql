-- What systems follow: every change of a referral, without its contents.
-- The tables themselves write it. Whoever moves a referral, by whatever way, cannot forget it, and it costs no round trip.
create table referral_change (
  id           uuid primary key default uuidv7(),
  seq          bigint generated always as identity,
  position     bigint,
  borough_position bigint generated always as (position) stored,
  borough_code text not null,
  -- No foreign key: that something changed stays true when the referral is gone.
  referral_id  uuid not null,
  type         text not null check (type in ('RECEIVED', 'STATUS_CHANGED', 'AMENDED', 'HANDED_OVER')),
  status       text not null,
  occurred_at  timestamptz not null
);
comment on column referral_change.seq is
  'Taken before the commit: numbers become visible out of order, so no reader may go by it.';
comment on column referral_change.position is
  'Given after the commit, by one transaction at a time: whoever has read up to a position has missed nothing.';
comment on column referral_change.borough_position is
  'The position again, for reading one borough: with an index of its own only, a quiet borough''s page is never looked for among all the others'' changes.';
create index referral_change_unplaced on referral_change (seq) where position is null;
create unique index referral_change_position on referral_change (position) where position is not null;
create index referral_change_by_borough on referral_change (borough_code, borough_position)
  where borough_position is not null;
create index referral_change_by_time on referral_change (borough_code, occurred_at, borough_position)
  where borough_position is not null;
alter table referral_change enable row level security;
alter table referral_change force row level security;
create policy borough on referral_change
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert on referral_change to ${appRole};
grant update (position) on referral_change to ${appRole};

create function log_referral_move() returns trigger language plpgsql as $$
begin
  insert into referral_change (borough_code, referral_id, type, status, occurred_at)
  values (new.borough_code, new.referral_id,
    case when new.from_status is null then 'RECEIVED' else 'STATUS_CHANGED' end, new.to_status, new.at);
  return null;
end $$;
create trigger log_referral_move after insert on referral_status_change
  for each row when (new.from_status is distinct from new.to_status)
  execute function log_referral_move();

create function log_referral_update() returns trigger language plpgsql as $$
begin
  insert into referral_change (borough_code, referral_id, type, status, occurred_at)
  values (new.referring_borough_code, new.id, tg_argv[0], new.status, now());
  return null;
end $$;
create trigger log_referral_handover after update on referral
  for each row when (new.receipt_id is distinct from old.receipt_id)
  execute function log_referral_update('HANDED_OVER');
-- The columns that a borough sent. A list of what counts, not of what does not: a column added for staff only, such as
-- a suspicion that another borough has referred him too, must never show as a change.
create trigger log_referral_amendment after update on referral
  for each row when (
    (new.residence_borough_code, new.commissioning_borough_code, new.referral_date, new.screening_id, new.referrer_type,
     new.referrer_organisation, new.treatment_provider, new.treatment_episode_ref, new.main_substance, new.risk_notes,
     new.given_name, new.family_name, new.date_of_birth, new.sex, new.phone, new.postcode, new.nhs_number)
    is distinct from
    (old.residence_borough_code, old.commissioning_borough_code, old.referral_date, old.screening_id, old.referrer_type,
     old.referrer_organisation, old.treatment_provider, old.treatment_episode_ref, old.main_substance, old.risk_notes,
     old.given_name, old.family_name, old.date_of_birth, old.sex, old.phone, old.postcode, old.nhs_number))
  execute function log_referral_update('AMENDED');

-- Gives positions to what has been committed since the last call. The lock is kept to the end of the transaction, so that
-- positions become visible in their order. Two changes of one referral are never open at once, hence seq keeps their order.
create function place_referral_changes() returns void language plpgsql as $$
declare
  scope constant text := coalesce(current_setting('app.borough', true), '');
begin
  -- Of every borough, whoever calls: one order needs one hand.
  perform set_config('app.borough', '*', true);
  if exists (select from referral_change where position is null) then
    perform pg_advisory_xact_lock(hashtext('referral_change'));
    with placed as (
      select id, row_number() over (order by seq) as n
      from (select id, seq from referral_change where position is null order by seq limit 5000) as unplaced
    )
    update referral_change c
    set position = placed.n + (select coalesce(max(position), 0) from referral_change)
    from placed where c.id = placed.id;
  end if;
  perform set_config('app.borough', scope, true);
end $$;

-- What was there before this file; the owner is bound to boroughs as well.
select set_config('app.borough', '*', true);
insert into referral_change (borough_code, referral_id, type, status, occurred_at)
select borough_code, referral_id, case when from_status is null then 'RECEIVED' else 'STATUS_CHANGED' end, to_status, at
from referral_status_change where from_status is distinct from to_status order by id;

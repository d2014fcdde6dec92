-- What programme-service told of the men placed from here: enough for time limits and retention.
create table known_enrolment (
  enrolment_id     uuid primary key,
  referral_id      uuid not null references referral,
  borough_code     text not null,
  started_on       date,
  start_told_at    timestamptz,
  ending           text check (ending in ('NOT_STARTED', 'EXITED', 'COMPLETED')),
  ended_on         date,
  ending_told_at   timestamptz,
  check ((ending is null) = (ended_on is null))
);
create index known_enrolment_by_referral on known_enrolment (referral_id);
alter table known_enrolment enable row level security;
alter table known_enrolment force row level security;
create policy borough on known_enrolment
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update on known_enrolment to ${appRole};

-- When receipts came: the referral keeps the latest, the timeline shows them all.
create table known_receipt (
  receipt_id   uuid primary key,
  referral_id  uuid not null references referral,
  borough_code text not null,
  person_count int not null check (person_count >= 1),
  received_at  timestamptz not null
);
create index known_receipt_by_referral on known_receipt (referral_id, received_at);
alter table known_receipt enable row level security;
alter table known_receipt force row level security;
create policy borough on known_receipt
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert on known_receipt to ${appRole};

-- What other services have told.
create table known_run (
  id           uuid primary key,
  borough_code text not null,
  starts_on    date not null
);
alter table known_run enable row level security;
alter table known_run force row level security;
create policy borough on known_run
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update on known_run to ${appRole};

create table programme_review (
  id          uuid primary key,
  referral_id uuid not null,
  opened_at   timestamptz not null,
  closed_at   timestamptz
);
create index programme_review_open on programme_review (referral_id) where closed_at is null;
alter table programme_review enable row level security;
alter table programme_review force row level security;
-- No caller that is bound to a borough learns that there is a review.
create policy staff_only on programme_review
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert, update on programme_review to ${appRole};

-- That somebody who waits for a place was looked at again.
create table waiting_review (
  id             uuid primary key,
  referral_id    uuid not null references referral,
  borough_code   text not null,
  reviewed_on    date not null,
  next_review_on date not null check (next_review_on > reviewed_on),
  recorded_at    timestamptz not null,
  recorded_by    text not null
);
create index waiting_review_by_referral on waiting_review (referral_id, id desc);
alter table waiting_review enable row level security;
alter table waiting_review force row level security;
create policy borough on waiting_review
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert on waiting_review to ${appRole};

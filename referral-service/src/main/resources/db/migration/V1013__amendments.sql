-- What was put right on a referral: one row for each field.
create table referral_amendment (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  borough_code text not null,
  field        text not null,
  from_value   jsonb,
  to_value     jsonb,
  reason       text not null,
  at           timestamptz not null,
  by           text not null
);
create index referral_amendment_by_referral on referral_amendment (referral_id, id desc);
alter table referral_amendment enable row level security;
alter table referral_amendment force row level security;
create policy borough on referral_amendment
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert on referral_amendment to ${appRole};

-- The columns of a participation that releases count. Where the read model has them already, nothing happens.
alter table participation
  add column if not exists referring_borough_code text,
  add column if not exists referrer_type          text,
  add column if not exists referred_on            date,
  add column if not exists referral_status        text;
create index if not exists participation_referred on participation (referred_on, referring_borough_code);

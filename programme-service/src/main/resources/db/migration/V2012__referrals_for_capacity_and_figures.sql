-- What capacity and figures need to know of referrals: dates and a borough, no person.

create table referral_milestone (
  referral_id  uuid primary key,
  borough_code text,
  referred_on  date,
  assessed_on  date,
  accepted_on  date
);
comment on table referral_milestone is
  'The referring borough is known once the referral was received; facts may arrive in any order.';
create index referral_milestone_accepted on referral_milestone (accepted_on);
create index referral_milestone_assessed on referral_milestone (assessed_on);

create table waiting_referral (
  referral_id   uuid primary key,
  borough_code  text,
  waiting_since date,
  waiting       boolean not null,
  told_at       timestamptz not null,
  check (not waiting or (borough_code is not null and waiting_since is not null))
);
comment on table waiting_referral is
  'Who waits for a place; a row of somebody who left the list stays, so that an older fact cannot bring him back.';
create index waiting_referral_queue on waiting_referral (waiting_since, referral_id) where waiting;

do $$
declare bound text;
begin
  foreach bound in array array['referral_milestone', 'waiting_referral'] loop
    execute format('alter table %I enable row level security', bound);
    execute format('alter table %I force row level security', bound);
    execute format($policy$create policy borough on %I
      using (current_setting('app.borough', true) = '*'
        or current_setting('app.borough', true) = borough_code)
      with check (current_setting('app.borough', true) = '*'
        or current_setting('app.borough', true) = borough_code)$policy$, bound);
  end loop;
end $$;
grant select, insert, update on referral_milestone, waiting_referral to ${appRole};

create index enrolment_started on enrolment (started_on) where started_on is not null;
create index enrolment_ended on enrolment (ended_on) where ended_on is not null;

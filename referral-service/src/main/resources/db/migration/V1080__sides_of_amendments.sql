-- Which side put a field right. A borough reads the names and words of its own people, and of the programme's only what
-- they changed. Of what is there already, only what was done by somebody who has sent or completed a referral of that
-- borough, which nobody but its own people can, is known to be the borough's; the rest counts as the programme's, and so
-- does what a process of the version before this one still writes.
alter table referral_amendment add column side text not null default 'PROGRAMME'
  check (side in ('BOROUGH', 'PROGRAMME'));
select set_config('app.borough', '*', true);
update referral_amendment a set side = 'BOROUGH'
where exists (select 1 from referral_status_change c
  where c.borough_code = a.borough_code and c.by = a.by and c.transition in ('RECEIVE', 'COMPLETE'));

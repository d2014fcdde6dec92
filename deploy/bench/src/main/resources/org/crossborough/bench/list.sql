-- What listing reads, without the service.
begin;
select set_config('app.borough', '*', true);
select * from referral where id < 'ffffffff-ffff-ffff-ffff-ffffffffffff' order by id desc limit 21;
commit;

-- Released lines that nobody counted: from one place of London's feed to another, a hundred to a release.
insert into feed_release (id, product, area, period, version, policy, as_of, released_by)
select ('00000000-0000-7003-8000-' || lpad(n::text, 12, '0'))::uuid, 'london', 'E12000007', '2025-Q1', n + 1,
       'NHS_1_7_R5', timestamptz '2026-07-14T09:00:00Z', 'bench'
from generate_series(:first / 100, :last / 100) as n
on conflict do nothing;

insert into feed_cell (product, area, place, release_id, section, metric, breakdown, numerator, denominator, value, suppressed)
select 'london', 'E12000007', n, ('00000000-0000-7003-8000-' || lpad((n / 100)::text, 12, '0'))::uuid, 'men-by-programme',
       'M-08', 'MEN_AND_MASCULINITIES', case when n % 7 = 0 then '*' else '25' end, '30',
       case when n % 7 = 0 then '*' else '83.3' end, n % 7 = 0
from generate_series(:first, :last) as n;

analyze feed_release, feed_cell;

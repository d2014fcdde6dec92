-- Counts of all London that referral-service publishes; nobody's borough, so no borough's row.
create table equality_count (
  period         text not null,
  basis          text not null check (basis in ('RECEIVED', 'STARTED')),
  characteristic text not null,
  code           text not null,
  men            bigint not null check (men >= 0),
  published_at   timestamptz not null,
  primary key (period, basis, characteristic, code)
);
comment on table equality_count is 'Exact: whoever shows them applies a disclosure policy first.';
grant select, insert, delete on equality_count to ${appRole};

-- Counts of all London that referral-service publishes; nobody's borough, so no borough's row.
create table equality_publication (
  period         text not null,
  basis          text not null check (basis in ('RECEIVED', 'STARTED')),
  published_at   timestamptz not null,
  publication_id uuid not null,
  primary key (period, basis)
);
create table equality_count (
  period         text not null,
  basis          text not null,
  characteristic text not null,
  code           text not null,
  men            bigint not null check (men >= 0),
  primary key (period, basis, characteristic, code),
  foreign key (period, basis) references equality_publication
);
comment on table equality_count is 'Exact: whoever shows them applies a disclosure policy first.';
grant select, insert, update on equality_publication to ${appRole};
grant select, insert, delete on equality_count to ${appRole};

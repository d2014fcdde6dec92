-- The 32 London boroughs and the City of London: the code is the key, the name a label.
create table borough (
  code text primary key check (code ~ '^E090000(0[1-9]|[12][0-9]|3[0-3])$'),
  name text not null
);
create table borough_participation (
  borough_code       text not null references borough,
  participates_from  date not null,
  participates_until date,
  primary key (borough_code, participates_from),
  check (participates_until >= participates_from)
);
comment on column borough_participation.participates_until is 'The last day; null while it takes part.';
grant select on borough, borough_participation to ${appRole};

insert into borough (code, name) values
  ('E09000001', 'City of London'), ('E09000002', 'Barking and Dagenham'), ('E09000003', 'Barnet'),
  ('E09000004', 'Bexley'), ('E09000005', 'Brent'), ('E09000006', 'Bromley'), ('E09000007', 'Camden'),
  ('E09000008', 'Croydon'), ('E09000009', 'Ealing'), ('E09000010', 'Enfield'), ('E09000011', 'Greenwich'),
  ('E09000012', 'Hackney'), ('E09000013', 'Hammersmith and Fulham'), ('E09000014', 'Haringey'),
  ('E09000015', 'Harrow'), ('E09000016', 'Havering'), ('E09000017', 'Hillingdon'), ('E09000018', 'Hounslow'),
  ('E09000019', 'Islington'), ('E09000020', 'Kensington and Chelsea'), ('E09000021', 'Kingston upon Thames'),
  ('E09000022', 'Lambeth'), ('E09000023', 'Lewisham'), ('E09000024', 'Merton'), ('E09000025', 'Newham'),
  ('E09000026', 'Redbridge'), ('E09000027', 'Richmond upon Thames'), ('E09000028', 'Southwark'),
  ('E09000029', 'Sutton'), ('E09000030', 'Tower Hamlets'), ('E09000031', 'Waltham Forest'),
  ('E09000032', 'Wandsworth'), ('E09000033', 'Westminster');
insert into borough_participation (borough_code, participates_from) select code, date '2020-01-01' from borough;

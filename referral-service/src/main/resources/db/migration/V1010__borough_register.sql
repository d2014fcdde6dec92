-- The register of boroughs: what they are called elsewhere, and since when and until when they take part.
alter table borough
  add column aliases    text[] not null default '{}',
  add column version    bigint not null default 0,
  add column changed_at timestamptz;
comment on column borough.aliases is 'Other spellings seen in real data; labels only, the code is the key.';
alter table borough_participation
  add column id          uuid not null default gen_random_uuid() unique,
  add column recorded_by text,
  add column recorded_at timestamptz,
  add column ended_by    text,
  add column ended_at    timestamptz;
alter table borough_participation alter column id drop default;
-- One borough takes part once at a time. A range of one number stands for equality, which the
-- access method does not know for text without an extension.
alter table borough_participation add constraint borough_participation_once exclude using gist (
  int4range(substr(borough_code, 2)::int, substr(borough_code, 2)::int, '[]') with &&,
  daterange(participates_from, participates_until, '[]') with &&);
grant update (version, changed_at) on borough to ${appRole};
grant insert on borough_participation to ${appRole};
grant update (participates_until, ended_by, ended_at) on borough_participation to ${appRole};

update borough set aliases = a.aliases from (values
  ('E09000001', array['City', 'City of London Corporation', 'Corporation of London', 'Square Mile', 'CoL']),
  ('E09000002', array['Barking & Dagenham', 'Barking', 'Dagenham', 'LBBD']),
  ('E09000003', array['LBB Barnet', 'Barnet Council']),
  ('E09000004', array['LB Bexley', 'Bexleyheath']),
  ('E09000005', array['LB Brent', 'Brent Council']),
  ('E09000006', array['LB Bromley', 'Bromley Council']),
  ('E09000007', array['LB Camden', 'LBC', 'Camden Town']),
  ('E09000008', array['LB Croydon', 'Croydon Council']),
  ('E09000009', array['LB Ealing', 'Ealing Council']),
  ('E09000010', array['LB Enfield', 'Enfield Council']),
  ('E09000011', array['Royal Greenwich', 'RBG', 'Royal Borough of Greenwich']),
  ('E09000012', array['LB Hackney', 'LBH', 'Hackney Council']),
  ('E09000013', array['Hammersmith & Fulham', 'LBHF', 'H&F', 'Hammersmith', 'Fulham']),
  ('E09000014', array['LB Haringey', 'Harringay', 'Harringey']),
  ('E09000015', array['LB Harrow', 'Harrow Council']),
  ('E09000016', array['LB Havering', 'Havering Council', 'Romford']),
  ('E09000017', array['LB Hillingdon', 'Hillingdon Council', 'Uxbridge']),
  ('E09000018', array['LB Hounslow', 'Hounslow Council']),
  ('E09000019', array['LB Islington', 'LBI', 'Islington Council']),
  ('E09000020', array['Kensington & Chelsea', 'RBKC', 'K&C', 'Kensington', 'Chelsea']),
  ('E09000021', array['Kingston', 'RBK', 'Kingston-upon-Thames', 'Royal Borough of Kingston']),
  ('E09000022', array['LB Lambeth', 'LBL', 'Lambeth Council']),
  ('E09000023', array['LB Lewisham', 'Lewisham Council']),
  ('E09000024', array['LB Merton', 'Merton Council']),
  ('E09000025', array['LB Newham', 'LBN', 'Newham Council']),
  ('E09000026', array['LB Redbridge', 'LBR', 'Redbridge Council']),
  ('E09000027', array['Richmond', 'LBRuT', 'Richmond-upon-Thames']),
  ('E09000028', array['LB Southwark', 'LBS', 'Southwark Council']),
  ('E09000029', array['LB Sutton', 'Sutton Council']),
  ('E09000030', array['LB Tower Hamlets', 'LBTH', 'Towerhamlets']),
  ('E09000031', array['LB Waltham Forest', 'LBWF', 'Walthamforest', 'Walthamstow']),
  ('E09000032', array['LB Wandsworth', 'Wandsworth Council']),
  ('E09000033', array['City of Westminster', 'WCC', 'Westminster City Council'])
) as a (code, aliases) where borough.code = a.code;

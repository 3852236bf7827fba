-- Writes the people of a roster. What the file leaves out stays as it is; the same again changes nothing.
-- $1 people (json; bytes in hexadecimal digits)
with said as (
  select p.*, decode(p.citizen_id, 'hex') as sealed, decode(p.citizen_id_index, 'hex') as index
    from jsonb_to_recordset($1) as p(id uuid, is_new boolean, name text, search_key text, sort_name text,
         sex text, birth_date date, phone text, ethnicity text, religion text, education text,
         party_joined_on date, address text, note text, commune_id uuid, citizen_id text, citizen_id_index text)
), added as (
  insert into person (id, name, search_key, sort_name, sex, birth_date, phone, ethnicity, religion, education,
                      party_joined_on, address, note, commune_id, citizen_id, citizen_id_index, version)
  select id, name, search_key, sort_name, sex, birth_date, coalesce(phone, ''), coalesce(ethnicity, 'Kinh'),
         coalesce(religion, ''), education, party_joined_on, coalesce(address, ''), coalesce(note, ''),
         commune_id, sealed, index, 1
    from said where is_new
  returning id
), changed as (
  update person p
     set phone = coalesce(s.phone, p.phone), ethnicity = coalesce(s.ethnicity, p.ethnicity),
         religion = coalesce(s.religion, p.religion), education = coalesce(s.education, p.education),
         party_joined_on = coalesce(s.party_joined_on, p.party_joined_on),
         address = coalesce(s.address, p.address), note = coalesce(s.note, p.note), version = p.version + 1
    from said s
   where s.id = p.id and not s.is_new
     and (p.phone, p.ethnicity, p.religion, p.education, p.party_joined_on, p.address, p.note)
         is distinct from
         (coalesce(s.phone, p.phone), coalesce(s.ethnicity, p.ethnicity), coalesce(s.religion, p.religion),
          coalesce(s.education, p.education), coalesce(s.party_joined_on, p.party_joined_on),
          coalesce(s.address, p.address), coalesce(s.note, p.note))
  returning p.id
)
select (select count(*) from added)::int as people,
       coalesce((select array_agg(id) from changed), '{}') as changed

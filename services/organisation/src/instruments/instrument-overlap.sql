-- The first document that governs a place beside this one, on the same day and about the same subject of which
-- there is to be one; not counted are documents tied to it by amendments. Two that each govern another part of a
-- unit do not meet. $1 document
with recursive this as (
  select * from instrument where id = $1
), family as (
  select $1::uuid as id
  union
  select case when r.instrument_id = f.id then r.other_id else r.instrument_id end
    from family f
    join instrument_relation r on r.kind = 'amends' and f.id in (r.instrument_id, r.other_id)
), rival as (
  select o.id, o.number, s.code as subject, s.name as subject_name, s.name_en as subject_name_en,
         greatest(o.effective_from, this.effective_from) as day
    from this
    join instrument_subject s on s.exclusive and s.code = any (this.subjects)
    join instrument o on s.code = any (o.subjects) and o.status = 'final'
     and daterange(o.effective_from, o.effective_to)
         && daterange(this.effective_from, this.effective_to)
   where o.id not in (select id from family)
), day as (
  select r.day, array_agg(distinct r.id) || $1::uuid as documents from rival r group by r.day
), place as (
  select d.day, d.documents, v.unit_id
    from day d
    join unit_version v on v.valid_from <= d.day and (v.valid_to is null or d.day < v.valid_to)
   where v.level = 'commune'
      or v.unit_id in (select t.unit_id from instrument_territory t
                        where t.instrument_id = any (d.documents))
), reach as materialized (
  select p.day, o.* from (select day, documents, array_agg(unit_id) as units from place group by 1, 2) p
   cross join lateral instruments_over(p.units, p.day, p.documents) o
)
select r.number as other, r.id as "otherId", r.subject, r.subject_name as "subjectName",
       r.subject_name_en as "subjectNameEn", to_char(r.day, 'YYYY-MM-DD') as "on",
       v.kind || ' ' || v.name as unit, v.unit_id as "unitId"
  from rival r
  join reach mine on mine.day = r.day and mine.instrument_id = $1
  join reach theirs on theirs.day = r.day and theirs.instrument_id = r.id
   and theirs.unit_id = mine.unit_id
   and (mine.whole or theirs.whole or mine.pieces && theirs.pieces)
  join unit_version v on v.unit_id = mine.unit_id
   and v.valid_from <= r.day and (v.valid_to is null or r.day < v.valid_to)
 order by r.day, array_position(array['province', 'district', 'commune', 'village'], v.level), v.code
 limit 1

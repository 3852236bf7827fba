-- Where villages of a day lie in the units of another, each in one commune. $1 day, $2 villages, $3 other day
with part as materialized (
  select * from unit_restatement($1, $3, 'villages')
), land as (
  select v.id as village_id,
         coalesce(over.parent_id, commune.became, standing.unit_id) as at,
         coalesce(case when over.parent_id is null then commune.share end, 1)
           * coalesce(way.share, 1) as share
    from unnest($2::uuid[]) v(id)
    left join unit_parent p on p.unit_id = v.id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
    left join part way on way.unit_id = v.id
    left join unit_parent over on over.unit_id = coalesce(way.became, v.id)
     and over.valid_from <= $3 and (over.valid_to is null or $3 < over.valid_to)
    left join part commune on over.parent_id is null and commune.unit_id = p.parent_id
    left join unit_version standing on over.parent_id is null and commune.unit_id is null
     and standing.unit_id = p.parent_id
     and standing.valid_from <= $3 and (standing.valid_to is null or $3 < standing.valid_to)
)
-- a village is not cut: it lies where most of it lies
select distinct on (village_id) village_id as "villageId", at as "communeId",
       sum(share) over (partition by village_id, at) >= 0.999 as sure
  from land
 order by village_id, sum(share) over (partition by village_id, at) desc, share desc, at

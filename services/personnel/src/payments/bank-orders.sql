-- Orders to banks of a batch, accounts sealed. $1 batch, $2 communes (null = all), $3 number to go on after, $4 how many
select number::text as "sortKey", name, bank, detail_id as "detailId", account, amount
  from payment
 where batch_id = $1 and channel = 'bank' and state <> 'withdrawn' 
   and ($2::uuid[] is null or commune_id = any ($2)) and ($3::bigint is null or number > $3)
 order by number limit $4

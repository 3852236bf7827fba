-- Whoever the search ($4) means, where they are few enough to be put in order. The order of all, walked until enough
-- of them are met, is long for a given name: those stand together in it, and who is before them is looked at for nothing.
-- `offset 0` keeps the planner from walking it: it takes names for spread evenly over that order.
select f.* from (
  select p.* from person p
   where p.merged_into is null and p.search_key like '%' || $4 || '%'
     and ($7::text is null or (p.sort_name, p.id) > ($7 collate "vi-x-icu", $8::uuid))
  offset 0) f
 order by f.sort_name, f.id
 -- what is asked besides the name leaves some of them out later
 limit case when $5::text is null and $6::text is null then $9::int end

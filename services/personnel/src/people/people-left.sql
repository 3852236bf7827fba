-- Whoever may have left by the day ($1): few of all, so their last posting is not looked up for everybody.
select p.* from person p where p.id in (select person_id from posting where valid_to <= $1)

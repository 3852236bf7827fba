-- Three invented members in every team that has nobody yet; how many serve is told to organisation in the same way.
begin;
set local session_replication_role = replica;
set local search_path to personnel, public;
create temporary table word on commit drop as
select part, n::int, word, plain
  from (values
    ('family', '{Nguyễn,Trần,Lê,Phạm,Hoàng,Vũ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý}'::text[],
               '{nguyen,tran,le,pham,hoang,vu,dang,bui,do,ho,ngo,duong,ly}'::text[]),
    ('middle', '{Văn,Thị,Đức,Hữu,Minh,Ngọc,Thanh,Quang,Xuân,Thu,Kim}',
               '{van,thi,duc,huu,minh,ngoc,thanh,quang,xuan,thu,kim}'),
    ('given', '{An,Bình,Cường,Dũng,Giang,Hà,Hải,Hạnh,Hòa,Hùng,Hương,Khánh,Lan,Linh,Long,Mai,Nam,Nga,Phúc,Sơn,Tâm,Thảo,Tuấn}',
              '{an,binh,cuong,dung,giang,ha,hai,hanh,hoa,hung,huong,khanh,lan,linh,long,mai,nam,nga,phuc,son,tam,thao,tuan}')
  ) as list (part, words, plains), unnest(words, plains) with ordinality as each (word, plain, n);
create temporary table member on commit drop as
select gen_random_uuid() as id, t.id as team_id, c.commune_id, seat,
       (row_number() over (order by t.code, seat))::int as n
  from team t join team_commune c on c.team_id = t.id, generate_series(1, 3) as seat
 where not exists (select 1 from posting where team_id = t.id);
analyze word;
analyze member;
insert into person (id, name, search_key, sort_name, sex, birth_date, commune_id)
select m.id, concat_ws(' ', f.word, d.word, g.word), concat_ws(' ', f.plain, d.plain, g.plain),
       concat_ws(' ', g.word, f.word, d.word), case d.plain when 'thi' then 'female' else 'male' end,
       date '1960-01-01' + m.n * 7 % 16000, m.commune_id
  from member m
  join word f on f.part = 'family' and f.n = m.n * 31 % 13 + 1
  join word d on d.part = 'middle' and d.n = m.n * 17 % 11 + 1
  join word g on g.part = 'given' and g.n = m.n * 7 % 23 + 1;
insert into posting (id, person_id, team_id, position, valid_from)
select id, id, team_id, case seat when 1 then 'leader' when 2 then 'deputy' else 'ordinary' end, '2025-03-01'
  from member;
insert into organisation.serving (id, team_id, position, valid_from, valid_to, version, gone)
select id, team_id, position, valid_from, valid_to, version, false from posting
    on conflict (id) do nothing;
commit;
analyze;

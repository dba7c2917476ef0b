-- Cards, licences and payments are asked for by one protocol: RESERVED, SENT, then DECIDED or LOST. So the three tables
-- have the same columns for it.
alter table licence_check add column try int not null default 1;
alter table licence_check drop constraint licence_check_pkey;
alter table licence_check add primary key (application, try);
alter table licence_check alter column try drop default;

alter table corporate_payment add column result text;
update corporate_payment
set result = case state when 'ACCEPTED' then 'ACCEPTED' else 'ACCOUNT_REFUSED' end, state = 'DECIDED'
where state in ('ACCEPTED', 'REFUSED');

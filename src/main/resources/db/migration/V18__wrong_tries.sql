-- Wrong codes and wrong amounts are counted by one counter. The subject of a code is a keyed hash; that of an amount is
-- the account's name, which is no secret.
alter table mobile_code_throttle rename to wrong_tries;
alter table wrong_tries rename column wrong_in_row to in_row;
alter table wrong_tries rename column locked_until to closed_until;

insert into wrong_tries (subject_key, in_row, closed_until, updated_at)
select convert_to('amounts of ' || account, 'UTF8'), count(*), now(), now()
from stated_amount where not spent and result = 'DIFFERENT' group by account;

drop index stated_amount_of_account;
alter table stated_amount drop column spent;

-- By which number an identity is known that is a passport. The identity is country and number; one number under two
-- countries is shown to people. Both are keyed hashes.
create table passport_number (
    identity_key bytea primary key,
    number_key   bytea not null
);
create index passport_number_of_number on passport_number (number_key);

-- Accounts whose passports were stored before this table was. Only the program can open them: it does when it starts next,
-- and empties the table. A bank checks no passport, and an associated account has its source's.
create table passport_number_unread (
    account text primary key
);
insert into passport_number_unread (account)
select account from binding where released_at is null and method in ('DOCUMENT_REVIEW', 'APPEAL')
union
select account from application where ended_at is null and person is not null;

-- The accounts that are verified: as a person's, or as an enterprise's.
create view verified_account as
select account from binding where released_at is null
union all
select account from verified_enterprise;

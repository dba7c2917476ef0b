-- An objection is taken up when a review begins that has it before it. Until now each one began a review itself.
alter table appeal_objection add column taken_up boolean not null default true;
alter table appeal_objection alter column taken_up set default false;

-- The applying account, at whose cost the code goes to a number that may be another's.
alter table mobile_code add column account text;

-- One appeal an identity that people look at, whoever files it. One without evidence keeps nobody out: its applicant may know no
-- more than a number.
alter table application add column evidence_complete boolean not null default false;
update application a set evidence_complete = true
where kind = 'APPEAL' and ended_at is null and exists (select from appeal_holding h where h.appeal = a.id);
drop index application_one_open_appeal;
create unique index application_one_open_appeal on application (identity_key)
    where kind = 'APPEAL' and ended_at is null and evidence_complete;

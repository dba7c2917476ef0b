-- An objection is taken up when a review begins that has it before it. Until now each one began a review itself.
alter table appeal_objection add column taken_up boolean not null default true;
alter table appeal_objection alter column taken_up set default false;

-- The applying account, at whose cost the code goes to a number that may be another's.
alter table mobile_code add column account text;

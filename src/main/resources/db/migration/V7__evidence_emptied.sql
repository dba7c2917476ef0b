-- Set once the content of a removed item is surely gone from where it was, which may be outside this database.
alter table evidence add column emptied_at timestamptz;
create index evidence_to_be_emptied on evidence (removed_at) where removed_at is not null and emptied_at is null;

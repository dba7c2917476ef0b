-- Which user of the web apps a person at the identity provider is. The provider's names of a person may change, and may be given
-- to somebody else later; issuer and subject are neither (OpenID Connect Core 1.0, 5.7).
create table staff_login (
    issuer        text        not null,
    subject       text        not null,
    user_id       text        not null unique,
    last_login_at timestamptz not null,
    primary key (issuer, subject)
);

/** The tables of Paperlane. What belongs to a company goes with it. */
export const schema = /* sql */ `
create table if not exists companies (
  id text primary key, name text not null, initials text not null, colour text not null,
  address text not null, country text not null, vatNumber text not null,
  defaultVatRate real not null, paymentDays integer not null,
  iban text not null, bic text not null, accountHolder text not null,
  plan text, trialEndsAt integer not null, nextNumber integer not null, createdAt integer not null
) strict;

create table if not exists people (
  id text primary key, companyId text not null references companies on delete cascade,
  name text not null, email text not null unique, role text not null, passwordHash text not null, createdAt integer not null
) strict;

create table if not exists sessions (
  tokenHash text primary key, personId text not null references people on delete cascade, expiresAt integer not null
) strict;

create table if not exists invitations (
  id text primary key, companyId text not null references companies on delete cascade,
  email text not null, role text not null, token text not null unique, createdAt integer not null,
  unique (companyId, email)
) strict;

create table if not exists clients (
  id text primary key, companyId text not null references companies on delete cascade,
  name text not null, email text not null, address text not null, country text not null, vatNumber text not null,
  createdAt integer not null
) strict;

create table if not exists invoices (
  id text primary key, companyId text not null references companies on delete cascade,
  number integer not null, clientId text not null references clients, issuedOn text not null, dueOn text not null,
  lines text not null, note text not null, status text not null, sentOn text, paidOn text, parties text, createdAt integer not null,
  unique (companyId, number)
) strict;

create table if not exists receipts (
  id text primary key, companyId text not null references companies on delete cascade,
  number text not null, plan text not null, amountCents integer not null, createdAt integer not null
) strict;

create table if not exists apiTokens (
  id text primary key, personId text not null references people on delete cascade,
  name text not null, tokenHash text not null unique, lastFour text not null, createdAt integer not null
) strict;

create index if not exists clientsOfCompany on clients (companyId, name);
create index if not exists invoicesOfCompany on invoices (companyId, number desc);
`

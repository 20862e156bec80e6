#!/bin/sh
# Once, when the database server is new: Firstline's own role and database, so that it is not a superuser.
set -eu
psql --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres --set password="$FIRSTLINE_PASSWORD" <<'SQL'
create role firstline login createrole password :'password';
create database firstline owner firstline encoding 'UTF8' template template0;
SQL

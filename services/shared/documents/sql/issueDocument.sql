select "id", "code"
from "document"
where "key" = $1;

insert into "document" ("key", "code", "kind", "number", "date", "issuer_ro", "issuer_hu", "issuer_en", "signer", "demo_signature", "owner_person", "owner_organisation", "owner_principal", "issued_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
on conflict ("key") do nothing
returning "id", "code";

insert into "document_file" ("document_id", "rendition", "language", "sha256", "size")
values ($1, $2, $3, $4, $5), ($6, $7, $8, $9, $10), ($11, $12, $13, $14, $15), ($16, $17, $18, $19, $20);

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- Payments with something unapplied are asked for by every billing run; nearly all have nothing.
CREATE INDEX lk_payment_waiting ON lk_payment (lessor, unapplied_minor, id);

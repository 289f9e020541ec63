-- What a tenant was promised off the rent, in hundredths of a percent, whatever the policy says later; and whether the offer
-- has become another since it was shown first.
ALTER TABLE lk_proposal ADD COLUMN early_basis_points INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE lk_proposal ADD COLUMN code_basis_points INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE lk_proposal ADD COLUMN offer_changed BOOLEAN DEFAULT FALSE NOT NULL;

UPDATE lk_proposal SET code_basis_points =
  (SELECT c.basis_points FROM lk_discount_code c
    WHERE c.lessor = lk_proposal.lessor AND c.code = lk_proposal.discount_code)
  WHERE EXISTS
  (SELECT 1 FROM lk_discount_code c
    WHERE c.lessor = lk_proposal.lessor AND c.code = lk_proposal.discount_code);

-- offers that wait for approval are looked after from now on
UPDATE lk_renewal_case SET next_due_at = opened_at WHERE state = 'PROPOSED';

-- an early bird's share was not kept: what the price of the day says, less what a code took off
UPDATE lk_proposal SET early_basis_points =
  ROUND((list_minor - now_minor) * 10000.0 / list_minor) - CASE WHEN code_redeemed THEN code_basis_points ELSE 0 END
  WHERE early_until IS NOT NULL AND list_minor > 0 AND now_minor < list_minor;
UPDATE lk_proposal SET early_basis_points = 0 WHERE early_basis_points < 0;

UPDATE lk_proposal SET offer_changed = TRUE WHERE code_redeemed;
UPDATE lk_proposal SET offer_changed = TRUE
  WHERE intent_group = 'EARLY_BIRD' AND early_until IS NULL AND EXISTS
  (SELECT 1 FROM lk_renewal_case r
    WHERE r.lessor = lk_proposal.lessor AND r.id = lk_proposal.case_id AND r.state <> 'PROPOSED');
UPDATE lk_proposal SET offer_changed = TRUE
  WHERE EXISTS
  (SELECT 1 FROM lk_renewal_case r
    WHERE r.lessor = lk_proposal.lessor AND r.id = lk_proposal.case_id AND r.offer_add_ons IS NOT NULL);

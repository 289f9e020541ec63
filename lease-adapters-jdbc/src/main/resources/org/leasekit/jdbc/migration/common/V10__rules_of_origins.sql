-- charge_rules: as in lk_contract, of the contract before any amendment. Until now no amendment changed them.
ALTER TABLE lk_origin ADD COLUMN charge_rules ${text};

UPDATE lk_origin SET charge_rules = (
  SELECT c.charge_rules FROM lk_contract c
  WHERE c.lessor = lk_origin.lessor AND c.contract_no = lk_origin.contract_no);

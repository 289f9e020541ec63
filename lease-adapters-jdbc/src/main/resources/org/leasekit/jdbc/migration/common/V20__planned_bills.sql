-- What a plan is going to change: the place, or who takes bills. What was planned before is about places.
ALTER TABLE lk_planned_move ADD COLUMN kind VARCHAR(16) DEFAULT 'PLACE' NOT NULL;

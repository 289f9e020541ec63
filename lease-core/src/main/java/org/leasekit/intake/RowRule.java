package org.leasekit.intake;

import org.jspecify.annotations.Nullable;

/** What a row of a portfolio has to keep beyond the rules that every contract has to keep. */
public enum RowRule {
  TOO_MANY_CELLS(null),
  CELL_TOO_LONG(null),
  NO_CONTRACT_NUMBER(Field.CONTRACT_NO),
  NO_PROJECT(Field.PROJECT),
  NO_UNIT(Field.UNIT),
  MASTER_WITH_UNIT(Field.UNIT),
  NO_TENANT_NAME(Field.TENANT_NAME),
  UNKNOWN_TENANT_TYPE(Field.TENANT_TYPE),
  BIRTH_DATE_NOT_A_DATE(Field.BIRTH_DATE),
  COMPANY_WITH_BIRTH_DATE(Field.BIRTH_DATE),
  PHONE_NOT_A_NUMBER(Field.PHONE),
  NO_WAY_TO_REACH_TENANT(Field.PHONE),
  START_DATE_NOT_A_DATE(Field.START_DATE),
  END_DATE_NOT_A_DATE(Field.END_DATE),
  ENDS_BEFORE_START(Field.END_DATE),
  RENT_NOT_AN_AMOUNT(Field.MONTHLY_RENT),
  UNKNOWN_CURRENCY(Field.CURRENCY),
  DEPOSIT_NOT_AN_AMOUNT(Field.DEPOSIT),
  UNKNOWN_BILLING_CYCLE(Field.BILLING_CYCLE),
  UNKNOWN_SLOT(Field.REMARK),
  /** The parent is neither an accepted master contract of the table nor a stored one that lives. */
  NO_SUCH_MASTER(Field.PARENT_CONTRACT_NO),
  TERM_OUTSIDE_MASTER(Field.PARENT_CONTRACT_NO),
  /** Following the parents leads back to the row. */
  HIERARCHY_CYCLE(Field.PARENT_CONTRACT_NO),
  EFFECTIVE_NOT_A_DATE(Field.EFFECTIVE),
  /** Rent or unit of a stored contract changes, and no day is named from which it does. */
  NO_EFFECTIVE_DAY(Field.EFFECTIVE),
  UNKNOWN_RATE_UNIT(Field.RATE_UNIT),
  /** Code and percent of a discount belong together. */
  DISCOUNT_INCOMPLETE(Field.DISCOUNT_CODE),
  PAYER_WITHOUT_NAME(Field.PAYER_NAME),
  PAYER_PHONE_NOT_A_NUMBER(Field.PAYER_PHONE),
  DISCOUNT_NOT_A_PERCENTAGE(Field.DISCOUNT_PERCENT),
  RENT_FREE_NOT_A_DATE(Field.RENT_FREE_UNTIL),
  RENT_FREE_OUTSIDE_TERM(Field.RENT_FREE_UNTIL),
  UNKNOWN_LANGUAGE(Field.LANGUAGE),
  /** The field differs from the stored contract in a way that no amendment can express. */
  NOT_AMENDABLE(null),
  /** The stored contract that differs has ended. */
  CONTRACT_HAS_ENDED(Field.CONTRACT_NO);

  private final @Nullable Field field;

  RowRule(@Nullable Field field) {
    this.field = field;
  }

  /** The rejection of a row that breaks this rule in the field it is about. */
  public RowRejection brokenBy(String cell) {
    return new RowRejection(this, field == null ? "cells" : field.columnName(), cell);
  }

  /** The rejection of a row that breaks this rule in some other field. */
  RowRejection brokenBy(Field other, String cell) {
    return new RowRejection(this, other.columnName(), cell);
  }
}

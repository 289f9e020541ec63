package org.leasekit.intake;

import java.util.Locale;

/** What a column of a portfolio can mean. The heading it has by default is its name in lower case. */
public enum Field {
  CONTRACT_NO(true, 64),
  PROJECT(true, 100),
  /** Blank for a master contract, present for every other. */
  UNIT(true, 64),
  TENANT_NAME(true, 200),
  TENANT_TYPE(true, 64),
  BIRTH_DATE(false, 64),
  OCCUPANT_NAME(false, 100),
  PLATE_NO(false, 64),
  /** One number or several, see {@link Cleaning#phones}. */
  PHONE(false, 200),
  WECOM_ID(false, 64),
  /** Read by nobody yet: no channel delivers to it. */
  EMAIL(false, 200),
  START_DATE(true, 64),
  /** The last day of the term, which is part of it. */
  END_DATE(true, 64),
  MONTHLY_RENT(true, 64),
  /** ISO 4217; blank stands for the configured default. */
  CURRENCY(false, 64),
  /** Blank stands for none. */
  DEPOSIT(false, 64),
  BILLING_CYCLE(true, 64),
  PARENT_CONTRACT_NO(false, 64),
  STEWARD(false, 64),
  /** Marks a master contract or a shared unit's slot; anything else in it is for people. */
  REMARK(false, Integer.MAX_VALUE),
  /** Reference of the signed supplementary agreement (补充协议) that a changed rent needs. */
  AGREEMENT(false, 100),
  /** The first day on which what changed in a stored contract holds (生效日). */
  EFFECTIVE(false, 64),
  /** What the rent is the price of: month, week or day (计价单位); blank stands for the month. */
  RATE_UNIT(false, 64),
  /** Code of a discount for the whole term (折扣码). */
  DISCOUNT_CODE(false, 64),
  /** What that discount takes off, in percent with two decimals at most, above 0 up to 100 (折扣比例). */
  DISCOUNT_PERCENT(false, 64),
  /** The last day free of rent, from the first day of the term on (免租至). */
  RENT_FREE_UNTIL(false, 64),
  /** The tenant's own, Chinese or English, in either language or as {@code zh} and {@code en} (语言); blank when not said. */
  LANGUAGE(false, 64),
  /** Who gets the bills without being the tenant (付款人); blank says nothing of it. */
  PAYER_NAME(false, 200),
  /** What the payer is known by (付款人编号); blank stands for an id made of the name. */
  PAYER_ID(false, 64),
  /** One number or several at which the payer is reached (付款人电话), see {@link Cleaning#phones}. */
  PAYER_PHONE(false, 200);

  private final boolean required;
  private final int maxLength;

  Field(boolean required, int maxLength) {
    this.required = required;
    this.maxLength = maxLength;
  }

  /** The heading by default and the name in findings: {@code contract_no}. */
  public String columnName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a table without this column is refused. */
  public boolean isRequired() {
    return required;
  }

  /** How many characters a cleaned cell may have. */
  public int maxLength() {
    return maxLength;
  }
}

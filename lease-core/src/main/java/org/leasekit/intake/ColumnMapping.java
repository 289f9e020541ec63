package org.leasekit.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which heading stands for which field. Headings are compared without regard to case, outer white space
 * and full-width forms.
 */
public final class ColumnMapping {

  private static final ColumnMapping STANDARD = new ColumnMapping(standardHeadings());

  private final Map<String, Field> fields;

  private ColumnMapping(Map<String, Field> fields) {
    this.fields = Map.copyOf(fields);
  }

  /**
   * Every field under its own name: {@code contract_no}, {@code project}, and so on; those of amendments, of rules of charges
   * and of payers also as 补充协议, 生效日, 计价单位, 折扣码, 折扣比例, 免租至, 付款人, 付款人编号 and 付款人电话.
   */
  public static ColumnMapping standard() {
    return STANDARD;
  }

  /**
   * The same mapping with one more heading; a heading that was known gets its new meaning, and the
   * other headings of the field stay.
   *
   * @throws IllegalArgumentException when the heading is blank
   */
  public ColumnMapping with(String heading, Field field) {
    String key = key(heading);
    if (key.isEmpty()) {
      throw new IllegalArgumentException("heading: must not be blank");
    }
    Map<String, Field> more = new HashMap<>(fields);
    more.put(key, field);
    return new ColumnMapping(more);
  }

  /** What a heading stands for; empty for a column that is not read. */
  public Optional<Field> fieldOf(String heading) {
    return Optional.ofNullable(fields.get(key(heading)));
  }

  private static Map<String, Field> standardHeadings() {
    Map<String, Field> headings = new HashMap<>();
    for (Field field : Field.values()) {
      headings.put(field.columnName(), field);
    }
    headings.put("补充协议", Field.AGREEMENT);
    headings.put("生效日", Field.EFFECTIVE);
    headings.put("计价单位", Field.RATE_UNIT);
    headings.put("折扣码", Field.DISCOUNT_CODE);
    headings.put("折扣比例", Field.DISCOUNT_PERCENT);
    headings.put("免租至", Field.RENT_FREE_UNTIL);
    headings.put("语言", Field.LANGUAGE);
    headings.put("付款人", Field.PAYER_NAME);
    headings.put("付款人编号", Field.PAYER_ID);
    headings.put("付款人电话", Field.PAYER_PHONE);
    return headings;
  }

  /** What headings are compared by. */
  static String key(String heading) {
    return Cleaning.code(heading).toLowerCase(Locale.ROOT);
  }
}

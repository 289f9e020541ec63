package org.leasekit.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.money.Monetary;
import org.leasekit.party.LessorId;

/** Rows for tests: a good one, and others that differ from it in a cell or two. */
public final class Portfolio {

  /** The lessor of every test portfolio. */
  public static final LessorId LESSOR = new LessorId("garage");

  private Portfolio() {}

  /** The standard header. */
  public static List<String> header() {
    return Arrays.stream(Field.values()).map(Field::columnName).toList();
  }

  /** A row of which nothing is wrong, with some cells changed: field, cell, field, cell. */
  public static RawRow row(int line, Object... changes) {
    Map<Field, String> cells = new EnumMap<>(Field.class);
    cells.put(Field.CONTRACT_NO, "PK" + line);
    cells.put(Field.PROJECT, "中心停车场");
    cells.put(Field.UNIT, "B1-" + line);
    cells.put(Field.TENANT_NAME, "何伟");
    cells.put(Field.TENANT_TYPE, "person");
    cells.put(Field.BIRTH_DATE, "1980-02-05");
    cells.put(Field.OCCUPANT_NAME, "何敏");
    cells.put(Field.PLATE_NO, "沪A12345");
    cells.put(Field.PHONE, "19913637762");
    cells.put(Field.WECOM_ID, "wm1");
    cells.put(Field.START_DATE, "2025-04-01");
    cells.put(Field.END_DATE, "2026-03-31");
    cells.put(Field.MONTHLY_RENT, "800.00");
    cells.put(Field.CURRENCY, "CNY");
    cells.put(Field.DEPOSIT, "800.00");
    cells.put(Field.BILLING_CYCLE, "monthly");
    cells.put(Field.STEWARD, "管家甲");
    for (int i = 0; i < changes.length; i += 2) {
      cells.put((Field) changes[i], (String) changes[i + 1]);
    }
    List<String> row = new ArrayList<>();
    for (Field field : Field.values()) {
      row.add(cells.getOrDefault(field, ""));
    }
    return new RawRow(line, row);
  }

  /** The same for a master contract. */
  public static RawRow master(int line, Object... changes) {
    Object[] all = Arrays.copyOf(new Object[] {Field.UNIT, "", Field.REMARK, "母合同"}, 4 + changes.length);
    System.arraycopy(changes, 0, all, 4, changes.length);
    return row(line, all);
  }

  /** Reads a row in CNY. */
  public static ReadRow read(RawRow row) {
    Columns columns = Columns.bind(header(), ColumnMapping.standard()).orElseThrow();
    return new RowReader(LESSOR, columns, Monetary.getCurrency("CNY")).read(row);
  }

  /** A row that reads well. */
  public static LeaseRow lease(RawRow row) {
    ReadRow read = read(row);
    if (read instanceof LeaseRow lease) {
      return lease;
    }
    throw new AssertionError("quarantined: " + read);
  }

  /** The rules a quarantined row breaks. */
  public static List<String> rules(QuarantinedRow row) {
    return row.findings().stream().map(finding -> finding.rejection().rule()).toList();
  }

  /** The sentences in English. */
  public static List<String> sentences(QuarantinedRow row) {
    return row.findings().stream()
        .map(finding -> finding.rejection().message(Locale.ENGLISH))
        .toList();
  }
}

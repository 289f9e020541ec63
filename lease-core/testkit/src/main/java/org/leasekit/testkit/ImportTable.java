package org.leasekit.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.leasekit.port.TableSource;

/** A table in memory, one map of cells for each row; what a row does not say is as in a usual one. */
final class ImportTable implements TableSource {
  private static final Map<String, String> USUAL = new LinkedHashMap<>();

  static {
    String[] cells = {
      "contract_no", "", "project", "中心停车场", "unit", "", "tenant_name", "何伟", "tenant_type", "person",
      "birth_date", "1980-02-05", "occupant_name", "", "plate_no", "", "phone", "19913637762",
      "start_date", "2025-04-01", "end_date", "2026-03-31", "monthly_rent", "800", "deposit", "800",
      "billing_cycle", "monthly", "parent_contract_no", "", "remark", "", "agreement", "", "effective", "",
      "language", "", "payer_name", "", "payer_phone", ""
    };
    for (int i = 0; i < cells.length; i += 2) {
      USUAL.put(cells[i], cells[i + 1]);
    }
  }

  private final List<List<String>> rows = new ArrayList<>();

  ImportTable row(String no, String... cells) {
    Map<String, String> row = new LinkedHashMap<>(USUAL);
    row.put("contract_no", no);
    row.put("unit", "U-" + no);
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    rows.add(List.copyOf(row.values()));
    return this;
  }

  ImportTable master(String no, String... cells) {
    List<String> all = new ArrayList<>(List.of("unit", "", "remark", "母合同"));
    all.addAll(List.of(cells));
    return row(no, all.toArray(String[]::new));
  }

  @Override
  public String name() {
    return "table.csv";
  }

  @Override
  public void read(Consumer<List<String>> header, Consumer<Row> each) {
    header.accept(List.copyOf(USUAL.keySet()));
    for (int i = 0; i < rows.size(); i++) {
      each.accept(new Row(i + 1, rows.get(i)));
    }
  }
}

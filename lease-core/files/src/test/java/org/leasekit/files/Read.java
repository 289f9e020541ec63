package org.leasekit.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leasekit.port.TableSource;

/** What a source passes. */
record Read(List<String> header, Map<Integer, List<String>> rows) {

  static Read all(TableSource source) {
    List<List<String>> headers = new ArrayList<>();
    Map<Integer, List<String>> rows = new TreeMap<>();
    source.read(
        headers::add,
        row -> {
          if (headers.isEmpty() || rows.put(row.line(), row.cells()) != null) {
            throw new AssertionError("header late, or a line twice: " + row);
          }
        });
    if (headers.size() != 1) {
      throw new AssertionError("one header, but there are " + headers.size());
    }
    return new Read(headers.get(0), rows);
  }
}

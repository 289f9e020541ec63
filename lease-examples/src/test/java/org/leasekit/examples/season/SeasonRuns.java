package org.leasekit.examples.season;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leasekit.memory.MemoryStores;
import org.leasekit.port.Stores;

/** Portfolios, storages and listeners for tests that run seasons. */
final class SeasonRuns {
  static final Business PARKING = Business.of("parking");

  static final List<Integer> LADDER = List.of(30, 15, 3);

  static final SeasonListener SILENT =
      new SeasonListener() {
        @Override
        public void begins(String what) {}

        @Override
        public void lived(int number, int of, LocalDate day) {}

        @Override
        public void changed(Map<String, MidSeason.Tally> tallies) {}
      };

  private SeasonRuns() {}

  /** The shipped portfolio's lines, the header first, without a byte order mark. */
  static List<String> shippedLines() throws IOException {
    try (InputStream in = PARKING.file("portfolio.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).substring(1);
      return text.lines().toList();
    }
  }

  /** A tenth of it: two masters with their trees, every twelfth other row, and some of the bad ones. */
  static List<String> sampleLines() throws IOException {
    List<String> all = shippedLines();
    List<String> sample = new ArrayList<>(List.of(all.get(0)));
    for (int i = 1; i < all.size(); i++) {
      boolean tree = all.get(i).contains("PK2025100031") || all.get(i).contains("PK2025100048");
      boolean bad = i > 1407 && i % 4 == 0;
      if (tree || bad || (i > 130 && i % 12 == 0)) {
        sample.add(all.get(i));
      }
    }
    return sample;
  }

  /** The same lines in reverse order, so that masters stand after what lies below them. */
  static List<String> reversed(List<String> lines) {
    List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.reverse(rows);
    rows.add(0, lines.get(0));
    return rows;
  }

  static Path write(Path file, List<String> lines, Charset charset) throws IOException {
    return Files.writeString(file, String.join("\r\n", lines) + "\r\n", charset);
  }

  static SeasonPlan plan(Path portfolio, @Nullable LocalDate start, int days, Path out) {
    return new SeasonPlan(PARKING, portfolio, start, days, LADDER, 1, out);
  }

  static Storage inMemory() {
    MemoryStores stores = new MemoryStores();
    return new Storage() {
      @Override
      public Stores stores() {
        return stores;
      }

      @Override
      public void close() {}
    };
  }
}

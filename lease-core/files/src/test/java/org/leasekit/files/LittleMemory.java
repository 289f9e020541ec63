package org.leasekit.files;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.leasekit.port.TableSource;
import org.leasekit.port.UnreadableTableException;

/** Reads tables in a machine of its own, which is given little memory, and says what came of each. */
final class LittleMemory {

  private LittleMemory() {}

  /** Prints a line for each file: its name, then how many rows it has, or the fault and both its sentences. */
  public static void main(String[] files) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String file : files) {
      int[] rows = new int[1];
      String word;
      try {
        TableSource source = TableSources.open(Path.of(file));
        source.read(header -> {}, row -> rows[0]++);
        word = Integer.toString(rows[0]);
      } catch (UnreadableTableException e) {
        word =
            String.join(
                "|",
                e.rejection().rule(),
                e.rejection().message(Locale.ENGLISH),
                e.rejection().message(Locale.CHINESE));
      }
      out.println(Path.of(file).getFileName() + "|" + word);
    }
  }
}

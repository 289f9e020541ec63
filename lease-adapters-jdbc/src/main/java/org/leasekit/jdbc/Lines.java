package org.leasekit.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * Short lists of values in one column: a line for each value, its fields parted by tabs. Within a field,
 * backslash, tab, line feed and carriage return are written {@code \\}, {@code \t}, {@code \n} and {@code
 * \r}. An empty list is an empty text; a value has at least one field.
 */
final class Lines {

  private Lines() {}

  static String write(List<List<String>> values) {
    StringBuilder text = new StringBuilder();
    for (List<String> fields : values) {
      if (fields.isEmpty()) {
        throw new IllegalArgumentException("a value has at least one field");
      }
      for (int i = 0; i < fields.size(); i++) {
        if (i > 0) {
          text.append('\t');
        }
        escape(fields.get(i), text);
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Reads what {@link #write} wrote. */
  static List<List<String>> read(String text) {
    List<List<String>> values = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> field.append(unescaped(text.charAt(++i)));
        case '\t', '\n' -> {
          fields.add(field.toString());
          field.setLength(0);
          if (c == '\n') {
            values.add(List.copyOf(fields));
            fields.clear();
          }
        }
        default -> field.append(c);
      }
    }
    return List.copyOf(values);
  }

  private static void escape(String field, StringBuilder text) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  private static char unescaped(char letter) {
    return switch (letter) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> letter;
    };
  }
}

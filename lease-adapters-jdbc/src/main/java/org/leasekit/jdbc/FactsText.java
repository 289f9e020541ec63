package org.leasekit.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.Facts;
import org.leasekit.money.MinorUnits;

/** {@link Facts} as {@link Lines}: one for each that is known, its name first. */
final class FactsText {

  private FactsText() {}

  static @Nullable String write(@Nullable Facts facts) {
    if (facts == null) {
      return null;
    }
    List<List<String>> lines = new ArrayList<>();
    flag(lines, "silent", facts.silent());
    number(lines, "age", facts.age());
    flag(lines, "responded", facts.responded());
    flag(lines, "reached", facts.reached());
    money(lines, "overdue", facts.overdue());
    money(lines, "value", facts.value());
    number(lines, "intent", facts.intent());
    facts.tags().stream().sorted().forEach(tag -> lines.add(List.of("tag", tag)));
    return Lines.write(lines);
  }

  private static void flag(List<List<String>> lines, String name, boolean holds) {
    if (holds) {
      lines.add(List.of(name));
    }
  }

  private static void number(List<List<String>> lines, String name, OptionalInt known) {
    known.ifPresent(value -> lines.add(List.of(name, Integer.toString(value))));
  }

  private static void money(List<List<String>> lines, String name, @Nullable MonetaryAmount known) {
    if (known != null) {
      lines.add(List.of(name, Long.toString(MinorUnits.of(known)), known.getCurrency().getCurrencyCode()));
    }
  }

  static @Nullable Facts read(@Nullable String text) {
    return text == null ? null : new Reading(Lines.read(text)).facts();
  }

  private record Reading(List<List<String>> lines) {

    Facts facts() {
      Set<String> tags = new HashSet<>();
      lines.stream().filter(line -> line.get(0).equals("tag")).forEach(line -> tags.add(line.get(1)));
      return new Facts(
          line("silent") != null, number("age"), line("responded") != null, line("reached") != null,
          money("overdue"), money("value"), number("intent"), tags);
    }

    private @Nullable List<String> line(String name) {
      return lines.stream().filter(line -> line.get(0).equals(name)).findFirst().orElse(null);
    }

    private OptionalInt number(String name) {
      List<String> line = line(name);
      return line == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(line.get(1)));
    }

    private @Nullable MonetaryAmount money(String name) {
      List<String> line = line(name);
      return line == null ? null : MinorUnits.amount(Long.parseLong(line.get(1)), line.get(2));
    }
  }
}

package org.leasekit.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.leasekit.party.LessorId;

/**
 * Appends rows to the list of their owner, numbered there from 1.
 *
 * @param lessor of a row
 * @param owner of a row
 * @param last asks for owner and greatest number in {@code last_no}, by {@code :lessor} and {@code <keys>},
 *     with {@code <currentRead>} at its end
 */
record Numbering<T>(Function<T, LessorId> lessor, Function<T, String> owner, String last) {

  /** Each that fails has met somebody who was quicker; more than there are ever nodes at one list. */
  private static final int ATTEMPTS = 100;

  /** A row and its number. */
  record Numbered<T>(T row, int number) {}

  /** Numbers the rows and inserts them; when somebody else took a number, numbers them again. */
  void append(Session session, List<T> rows, NewRows.Insert<Numbered<T>> insert) {
    Map<LessorId, List<T>> byLessor = new TreeMap<>();
    rows.forEach(row -> byLessor.computeIfAbsent(lessor.apply(row), l -> new ArrayList<>()).add(row));
    byLessor.forEach((l, theirs) -> append(session, l, theirs, insert));
  }

  private void append(
      Session session, LessorId of, List<T> rows, NewRows.Insert<Numbered<T>> insert) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      List<Numbered<T>> numbered = number(session, of, rows, attempt == 1 ? "" : session.currentRead());
      if (session.attempt(() -> insert.all(session.handle(), numbered))) {
        return;
      }
    }
    insert.all(session.handle(), number(session, of, rows, session.currentRead()));
  }

  private List<Numbered<T>> number(Session session, LessorId of, List<T> rows, String currentRead) {
    Map<String, Integer> numbers = greatest(session, of, rows, currentRead);
    List<Numbered<T>> numbered = new ArrayList<>();
    for (T row : rows) {
      numbered.add(new Numbered<>(row, numbers.merge(owner.apply(row), 1, Integer::sum)));
    }
    return numbered;
  }

  private Map<String, Integer> greatest(Session session, LessorId of, List<T> rows, String currentRead) {
    Set<String> owners = new LinkedHashSet<>();
    rows.forEach(row -> owners.add(owner.apply(row)));
    Map<String, Integer> greatest = new HashMap<>();
    for (List<String> some : NewRows.chunks(owners, session.dialect().keysAtOnce())) {
      session
          .handle()
          .createQuery(last)
          .define("currentRead", currentRead)
          .bind("lessor", of.value())
          .bindList("keys", some)
          .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
          .forEach(found -> greatest.put(found.getKey(), found.getValue()));
    }
    return greatest;
  }
}

package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the files about changes have to say together, computed day by day by whoever has only the files. */
final class ChangeChecks {
  private static final int DIGITS = 30;
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final SeasonOutput out;
  private final Map<String, NamedCsvRecord> contracts;
  /** By the number of the master. */
  private final Map<String, List<NamedCsvRecord>> places;
  private final Map<String, Set<LocalDate>> suspended = new HashMap<>();
  private final Map<String, Map<LocalDate, Set<String>>> held = new HashMap<>();

  ChangeChecks(SeasonOutput out, Map<String, NamedCsvRecord> contracts) {
    this.out = out;
    this.contracts = contracts;
    this.places =
        out.places().stream().collect(Collectors.groupingBy(row -> row.getField("parent")));
    out.locks().stream()
        .filter(lock -> lock.getField("effect").equals("SUSPEND"))
        .forEach(lock -> days(lock).forEach(day -> suspend(lock.getField("contract_no"), day)));
  }

  void all() {
    amendmentsAreNumberedAndKnownInOrder();
    locksNameWhomTheyReach();
    noUnitIsLetTwice();
    leasesHoldTheirUnits();
    everyAmountIsWhatItsDaysCost();
    rentRollIsWhatTheDayCosts();
  }

  private void suspend(String no, LocalDate day) {
    suspended.computeIfAbsent(no, each -> new HashSet<>()).add(day);
  }

  /** What a lock of a tree reaches, day by day, is what stands below its contract on the day; each has a row. */
  private void locksNameWhomTheyReach() {
    Map<String, Set<String>> named = new HashMap<>();
    Set<String> ids = new HashSet<>();
    Map<String, Set<String>> reached = new HashMap<>();
    for (NamedCsvRecord lock : out.locks()) {
      String id = lock.getField("lock_id");
      assertThat(ids.add(id)).as(id).isTrue();
      if (lock.getField("scope").equals("SUBTREE")) {
        String first = id.split("/")[0];
        days(lock).forEach(day -> add(named, first + day, lock.getField("contract_no")));
        if (first.equals(id)) {
          days(lock).forEach(day -> reached.put(id + day, tree(lock.getField("contract_no"), day)));
        }
      }
    }
    assertThat(named).isEqualTo(reached);
  }

  private static void add(Map<String, Set<String>> sets, String key, String value) {
    sets.computeIfAbsent(key, each -> new HashSet<>()).add(value);
  }

  private Set<String> tree(String top, LocalDate day) {
    Set<String> tree = new HashSet<>();
    List<String> found = List.of(top);
    while (!found.isEmpty()) {
      assertThat(tree).as("circle below " + top).doesNotContainAnyElementsOf(found);
      tree.addAll(found);
      found = found.stream().flatMap(no -> below(no, day)).toList();
    }
    return tree;
  }

  private Stream<String> below(String master, LocalDate day) {
    return places.getOrDefault(master, List.of()).stream()
        .filter(
            row ->
                !LocalDate.parse(row.getField("from")).isAfter(day)
                    && LocalDate.parse(row.getField("to_exclusive")).isAfter(day))
        .map(row -> row.getField("contract_no"));
  }

  /** The season's suspensions begin and end at midnight; one without end goes on beyond all terms. */
  private static List<LocalDate> days(NamedCsvRecord lock) {
    LocalDate from = OffsetDateTime.parse(lock.getField("from")).toLocalDate();
    String end = lock.getField("to_exclusive");
    return from.datesUntil(end.isEmpty() ? from.plusYears(10) : OffsetDateTime.parse(end).toLocalDate()).toList();
  }

  private void amendmentsAreNumberedAndKnownInOrder() {
    Set<String> ids = new HashSet<>();
    for (NamedCsvRecord row : out.amendments()) {
      assertThat(ids.add(row.getField("amendment_id"))).as(row.toString()).isTrue();
      assertThat(contracts).containsKey(row.getField("contract_no"));
      assertThat(row.getField("by")).isNotBlank();
      assertThat(row.getField("evidence")).isNotBlank();
      if (!row.getField("withdrawn_at").isEmpty()) {
        assertThat(OffsetDateTime.parse(row.getField("withdrawn_at")))
            .isAfter(OffsetDateTime.parse(row.getField("known_at")));
      }
    }
  }

  private void noUnitIsLetTwice() {
    Map<String, BigDecimal> shares = new HashMap<>();
    for (NamedCsvRecord row : out.occupancy()) {
      String slot = row.getField("slot");
      BigDecimal share = new BigDecimal(row.getField("share"));
      List<String> halves = slot.equals("ALL") ? List.of("DAY", "NIGHT") : List.of(slot);
      LocalDate.parse(row.getField("from"))
          .datesUntil(LocalDate.parse(row.getField("to_exclusive")))
          .forEach(
              day -> {
                held.computeIfAbsent(row.getField("contract_no"), no -> new HashMap<>())
                    .computeIfAbsent(day, each -> new TreeSet<>())
                    .add(row.getField("unit"));
                for (String half : halves) {
                  shares.merge(row.getField("unit") + day + half, share, BigDecimal::add);
                }
              });
    }
    assertThat(shares.values()).allMatch(sum -> sum.compareTo(BigDecimal.ONE) <= 0);
  }

  private void leasesHoldTheirUnits() {
    contracts.forEach(
        (no, row) -> {
          if (!row.getField("unit").isEmpty() && row.getField("start").compareTo(row.getField("end_exclusive")) < 0) {
            TreeSet<LocalDate> days = new TreeSet<>(held.getOrDefault(no, Map.of()).keySet());
            assertThat(days.first()).as(no).isEqualTo(row.getField("start"));
            assertThat(days.last().plusDays(1)).as(no).isEqualTo(row.getField("end_exclusive"));
          }
        });
  }

  /** Nothing is owed for a suspended day, and the parts of a period make its whole. */
  private void everyAmountIsWhatItsDaysCost() {
    Map<String, BigDecimal> corrections = new HashMap<>();
    out.adjustments()
        .forEach(row -> corrections.merge(key(row), new BigDecimal(row.getField("amount")), BigDecimal::add));
    Map<String, List<NamedCsvRecord>> terms = new HashMap<>();
    out.terms()
        .forEach(row -> terms.computeIfAbsent(row.getField("contract_no"), no -> new ArrayList<>()).add(row));
    for (NamedCsvRecord row : out.receivables()) {
      if (row.getField("charge").equals("RENT")) {
        String no = row.getField("contract_no");
        BigDecimal owed =
            LocalDate.parse(row.getField("period_start"))
                .datesUntil(LocalDate.parse(row.getField("period_end_exclusive")))
                .map(day -> cost(no, day, terms.getOrDefault(no, List.of())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal billed =
            new BigDecimal(row.getField("amount")).add(corrections.getOrDefault(key(row), BigDecimal.ZERO));
        assertThat(billed.subtract(owed).abs()).as(row.toString()).isLessThan(CENT);
      }
    }
  }

  private static String key(NamedCsvRecord row) {
    return String.join(
        " ", row.getField("contract_no"), row.getField("charge"), row.getField("period_start"),
        row.getField("period_end_exclusive"));
  }

  private BigDecimal cost(String no, LocalDate day, List<NamedCsvRecord> terms) {
    if (terms.isEmpty() || isSuspended(no, day)) {
      return BigDecimal.ZERO;
    }
    LocalDate start = LocalDate.parse(terms.get(0).getField("from"));
    LocalDate end = LocalDate.parse(terms.get(terms.size() - 1).getField("to_exclusive"));
    return terms.stream()
        .filter(each -> !LocalDate.parse(each.getField("from")).isAfter(day))
        .filter(each -> day.isBefore(LocalDate.parse(each.getField("to_exclusive"))))
        .findFirst()
        .map(each -> new BigDecimal(each.getField("monthly_amount")).multiply(share(start, end, day)))
        .orElse(BigDecimal.ZERO);
  }

  /** Whether a lock takes a day from what a contract owes. */
  boolean isSuspended(String no, LocalDate day) {
    return suspended.getOrDefault(no, Set.of()).contains(day);
  }

  /** ACTUAL_MONTH: a day of a whole month counted from the start is its equal part, any other a part of its own month. */
  private static BigDecimal share(LocalDate start, LocalDate end, LocalDate day) {
    int month = 0;
    while (!start.plusMonths(month + 1L).isAfter(day)) {
      month++;
    }
    LocalDate from = start.plusMonths(month);
    LocalDate to = start.plusMonths(month + 1L);
    if (!to.isAfter(end)) {
      return part(from.until(to, ChronoUnit.DAYS));
    }
    BigDecimal rest =
        from.datesUntil(end)
            .map(each -> part(YearMonth.from(each).lengthOfMonth()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return rest.compareTo(BigDecimal.ONE) > 0
        ? part(from.until(end, ChronoUnit.DAYS))
        : part(day.lengthOfMonth());
  }

  private static BigDecimal part(long of) {
    return BigDecimal.ONE.divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.HALF_EVEN);
  }

  private void rentRollIsWhatTheDayCosts() {
    Set<String> rolled = new HashSet<>();
    Set<LocalDate> dates = new TreeSet<>();
    for (NamedCsvRecord row : out.rentRoll()) {
      String no = row.getField("contract_no");
      LocalDate date = LocalDate.parse(row.getField("date"));
      dates.add(date);
      assertThat(rolled.add(no + date)).isTrue();
      assertThat(held.get(no).get(date)).contains(row.getField("unit"));
      boolean nothing = new BigDecimal(row.getField("monthly_rent")).signum() == 0;
      if (isSuspended(no, date)) {
        assertThat(nothing).as(row.toString()).isTrue();
      } else {
        assertThat(out.terms())
            .as(row.toString())
            .anyMatch(
                each ->
                    each.getField("contract_no").equals(no)
                        && each.getField("monthly_amount").equals(row.getField("monthly_rent")));
      }
    }
    for (LocalDate date : dates) {
      held.forEach((no, days) -> assertThat(rolled.contains(no + date)).as(no + " " + date).isEqualTo(days.containsKey(date)));
    }
  }
}

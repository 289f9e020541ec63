package org.leasekit.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.leasekit.contract.ChargeRules;
import org.leasekit.outcome.Outcome;

/** Histories against a plain table of days, made anew for every instant at which something became known. */
class HistoryPropertyTest {

  private static final int DAYS = 420;

  @Provide
  Arbitrary<List<Tuple3<ChangeKind, Integer, Integer>>> attempts() {
    Arbitrary<Integer> days =
        Arbitraries.oneOf(Arbitraries.integers().between(-2, 400), Arbitraries.integers().between(100, 110));
    return Combinators.combine(
            Arbitraries.of(ChangeKind.class), days, Arbitraries.integers().between(1, 4))
        .as((kind, day, nth) -> Tuple.of(kind, day, nth))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Property(tries = 1000)
  void everyPastAnswerIsThatOfThePlainTable(
      @ForAll("attempts") List<Tuple3<ChangeKind, Integer, Integer>> attempts) {
    ContractHistory history = ContractHistory.begin(Town.origin());
    PlainTable table = new PlainTable();
    Map<Instant, List<String>> answered = new LinkedHashMap<>();
    answered.put(history.latest(), table.rows());
    for (Tuple3<ChangeKind, Integer, Integer> attempt : attempts) {
      LocalDate day = Town.START.plusDays(attempt.get2());
      Change change = Town.change(attempt.get1(), day, attempt.get3());
      Outcome<ContractHistory> outcome = Town.record(history, day, change);
      assertThat(outcome.isAccepted())
          .as("%s on %s after %s", change, day, history.recorded())
          .isEqualTo(table.tryToRecord(day, change));
      if (outcome.isAccepted()) {
        history = outcome.orElseThrow();
        answered.put(history.latest(), table.rows());
      }
    }
    ContractHistory last = ContractHistory.of(Town.origin(), history.recorded());
    assertThat(last.asOf(Town.START, Town.SIGNED.minusNanos(1))).isEmpty();
    for (Map.Entry<Instant, List<String>> known : answered.entrySet()) {
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < DAYS; i++) {
        rows.add(PlainTable.text(last.asOf(Town.START.plusDays(i), known.getKey()).orElseThrow()));
      }
      assertThat(rows).isEqualTo(known.getValue());
      assertTimelineCovers(last, known.getKey(), known.getValue());
    }
  }

  private static void assertTimelineCovers(ContractHistory history, Instant known, List<String> rows) {
    List<Version> versions = history.timeline(known);
    assertThat(versions.get(0).from()).isEqualTo(Town.START);
    for (int i = 0; i < versions.size(); i++) {
      Version version = versions.get(i);
      LocalDate next = i + 1 < versions.size() ? versions.get(i + 1).from() : null;
      assertThat(version.untilExclusive()).isEqualTo(next);
      LocalDate end = next == null ? Town.START.plusDays(DAYS) : next;
      for (LocalDate day = version.from(); day.isBefore(end); day = day.plusDays(1)) {
        int row = (int) (day.toEpochDay() - Town.START.toEpochDay());
        if (row < DAYS) {
          assertThat(PlainTable.text(version.standing())).isEqualTo(rows.get(row));
        }
      }
      assertThat(i > 0 && version.changed().isEmpty() && version.causes().isEmpty()).isFalse();
    }
  }

  /** What is recorded, and day by day what follows from it, in the most pedestrian way. */
  private static final class PlainTable {
    private record Entry(LocalDate day, int number, Change change) {}

    private final List<Entry> live = new ArrayList<>();
    private final List<Entry> all = new ArrayList<>();

    boolean tryToRecord(LocalDate day, Change change) {
      List<Entry> before = List.copyOf(live);
      Entry entry = new Entry(day, all.size() + 1, change);
      if (change instanceof Change.Withdrawal withdrawal) {
        if (!live.removeIf(each -> each.number() == withdrawal.number())) {
          return false;
        }
      } else {
        live.add(entry);
      }
      if (days() == null) {
        live.clear();
        live.addAll(before);
        return false;
      }
      all.add(entry);
      return true;
    }

    List<String> rows() {
      return Objects.requireNonNull(days()).subList(2, DAYS + 2);
    }

    /** A text for each day from two days before the term on; null when something is not possible. */
    private List<String> days() {
      List<String> rows = new ArrayList<>();
      String unit = "A";
      String portion = "ALL";
      String tenant = "t1";
      String rent = "100";
      String other = "";
      String user = "";
      String payer = "";
      String contact = "";
      TreeMap<String, String> rules = new TreeMap<>(Map.of("2025-12", "100"));
      LocalDate end = Town.END;
      LocalDate subletUntil = LocalDate.MIN;
      boolean resting = false;
      boolean left = false;
      int applied = 0;
      for (int i = -2; i < DAYS; i++) {
        LocalDate day = Town.START.plusDays(i);
        for (Entry entry : live) {
          if (!entry.day().equals(day)) {
            continue;
          }
          applied++;
          boolean sublet = day.isBefore(subletUntil);
          boolean inTerm = i >= 0 && day.isBefore(end) && !left;
          Change change = entry.change();
          boolean seamless = change instanceof Change.Extension && day.equals(end) && !left;
          if (!inTerm && !seamless) {
            return null;
          }
          switch (change.kind()) {
            case EXTENSION -> {
              LocalDate longer = ((Change.Extension) change).newEndExclusive();
              if (!longer.isAfter(end)) {
                return null;
              }
              end = longer;
            }
            case RENT_CHANGE -> rent = amount(((Change.RentChange) change).monthlyRent());
            case PRICE_RULES -> {
              Change.PriceRules agreed = (Change.PriceRules) change;
              agreed.steps().forEach(step -> rules.put("step " + step.from(), "" + step.rateMinor()));
              agreed.rentFree().forEach(days -> rules.merge("free", "" + days, (a, b) -> a + b));
              agreed.discounts().forEach(each -> rules.merge("off", each.code(), (a, b) -> a + b));
            }
            case INDEX_FIGURES ->
                ((Change.IndexFigures) change).figures().forEach((month, figure) -> rules.put("" + month, "" + figure));
            case UNIT_SWAP -> {
              String to = ((Change.UnitSwap) change).unit().unit();
              if (to.equals(unit) || !other.isEmpty() || sublet) {
                return null;
              }
              unit = to;
            }
            case SPLIT -> {
              if (!other.isEmpty() || sublet) {
                return null;
              }
              other = "C-2";
              portion = "DAY";
              rent = "50";
            }
            case MERGE_BACK -> {
              if (other.isEmpty()) {
                return null;
              }
              other = "";
              portion = "ALL";
              rent = "100";
            }
            case SUBLEASE -> {
              LocalDate until = ((Change.Sublease) change).untilExclusive();
              if (sublet || resting || !until.isAfter(day) || until.isAfter(end)) {
                return null;
              }
              subletUntil = until;
            }
            case ASSIGNMENT -> {
              String to = ((Change.Assignment) change).tenant().value();
              if (sublet || to.equals(tenant)) {
                return null;
              }
              tenant = to;
              contact = ((Change.Assignment) change).contacts().get(0).address();
            }
            case CONTACT_CHANGE ->
                contact = ((Change.ContactChange) change).contacts().get(0).address();
            case OCCUPANT_CHANGE ->
                user = Objects.requireNonNull(((Change.OccupantChange) change).occupant()).name();
            case PAYER_CHANGE ->
                payer = Objects.requireNonNull(((Change.PayerChange) change).payer()).id().value();
            case SUSPENSION -> {
              if (resting || sublet) {
                return null;
              }
              resting = true;
            }
            case RESUMPTION -> {
              if (!resting) {
                return null;
              }
              resting = false;
            }
            case EARLY_TERMINATION -> {
              if (sublet) {
                return null;
              }
              left = true;
            }
            case WITHDRAWAL -> throw new IllegalStateException("never live");
          }
        }
        String phase = left ? "TERMINATED" : i < 0 ? "UPCOMING" : !day.isBefore(end) ? "EXPIRED"
            : resting ? "SUSPENDED" : "RUNNING";
        rows.add(String.join("|", phase, end.toString(), unit, portion, tenant, rent, other, user, payer, contact,
            day.isBefore(subletUntil) ? "sub" : "", rules.toString()));
      }
      return applied == live.size() ? rows : null;
    }

    static String text(Standing s) {
      return String.join(
          "|", s.phase().name(), s.term().endExclusive().toString(), Objects.requireNonNull(s.unit()).unit(),
          s.portion().slot().name(), s.tenant().value(), amount(s.monthlyRent()),
          s.splitWith() == null ? "" : s.splitWith().value(),
          s.occupant() == null ? "" : s.occupant().name(),
          s.payer() == null ? "" : s.payer().id().value(),
          s.contacts().isEmpty() ? "" : s.contacts().get(0).address(),
          s.subtenant() == null ? "" : s.subtenant().value(), text(s.rules()).toString());
    }

    private static TreeMap<String, String> text(ChargeRules rules) {
      TreeMap<String, String> text = new TreeMap<>();
      rules.steps().forEach(step -> text.put("step " + step.from(), "" + step.rateMinor()));
      rules.rentFree().forEach(days -> text.merge("free", "" + days, (a, b) -> a + b));
      rules.discounts().forEach(each -> text.merge("off", each.code(), (a, b) -> a + b));
      Objects.requireNonNull(rules.index()).figures().forEach((month, figure) -> text.put("" + month, "" + figure));
      return text;
    }

    private static String amount(javax.money.MonetaryAmount amount) {
      return Long.toString(amount.getNumber().longValueExact());
    }
  }
}

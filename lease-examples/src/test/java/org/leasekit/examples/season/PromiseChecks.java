package org.leasekit.examples.season;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.BusinessCalendar;

/**
 * The columns and words that those may rely on who read the files of a season, letter by letter: neither is taken from the
 * library, which may rename what it likes inside.
 */
record PromiseChecks(SeasonOutput out) {
  private static final BusinessCalendar CALENDAR = ShippedCalendars.china();

  private static final List<String> DECISIONS =
      List.of("case_id", "contract_no", "stage", "expiry", "planned_for", "fired_at", "action", "moved_by");
  private static final List<String> TASKS =
      List.of("task_id", "case_id", "role", "assignee", "opened_at", "closed_at", "outcome");
  private static final List<String> OFFERS =
      List.of(
          "case_id", "contract_no", "old_price", "new_price", "discount_code", "early_bird", "intent", "intent_low",
          "intent_high", "approved_by");

  private static final Set<String> MOVED_BY = Set.of("none", "HOLIDAY", "QUIET", "CATCH_UP", "RETRY");
  private static final Set<String> ACTIONS =
      Set.of("NOTICE", "CALL", "VISIT", "PROPOSAL_DRAFT", "OFFER", "APPROVAL", "HAND_OVER");
  private static final Set<String> KINDS_OF_TASK =
      Set.of(
          "CALL", "VISIT", "SIGNATURE_MISSING", "PAYMENT_MISSING", "PROPOSAL_DRAFT", "OFFER", "APPROVAL", "HAND_OVER",
          "DISPUTED_PAYMENT", "DEPOSIT_REFUND", "MASTER_NOT_RENEWED", "MOVE_OUT");
  private static final Set<String> ROLES = Set.of("steward", "manager", "supervisor", "finance");
  private static final Set<String> OUTCOMES = Set.of("", "DONE", "OBSOLETE");

  /** The columns, before anybody looks for one of them. */
  void columns() {
    headers(out.decisions(), DECISIONS);
    headers(out.tasks(), TASKS);
    headers(out.offers(), OFFERS);
  }

  void words() {
    out.decisions().forEach(PromiseChecks::decision);
    out.tasks().forEach(PromiseChecks::task);
    out.offers().forEach(PromiseChecks::offer);
  }

  private static void headers(List<NamedCsvRecord> rows, List<String> columns) {
    assertThat(rows).allSatisfy(row -> assertThat(row.getHeader()).isEqualTo(columns));
  }

  private static void decision(NamedCsvRecord row) {
    String movedBy = row.getField("moved_by");
    assertThat(MOVED_BY).as(row.toString()).contains(movedBy);
    for (String action : row.getField("action").split(" ", -1)) {
      // what became of it may stand behind the word
      assertThat(ACTIONS).as(row.toString()).contains(action.replaceFirst("=.*", ""));
    }
    LocalDate planned = SeasonOutput.instant(row, "planned_for").toLocalDate();
    LocalDate fired = SeasonOutput.instant(row, "fired_at").toLocalDate();
    switch (movedBy) {
      case "none" -> assertThat(fired).as(row.toString()).isEqualTo(planned);
      case "HOLIDAY" -> {
        assertThat(CALENDAR.isBusinessDay(planned)).as(row.toString()).isFalse();
        assertThat(CALENDAR.isBusinessDay(fired)).as(row.toString()).isTrue();
      }
      case "CATCH_UP" ->
          assertThat(SeasonOutput.instant(row, "fired_at"))
              .as(row.toString())
              .isAfter(SeasonOutput.instant(row, "planned_for").minusDays(1).minusDays(holidayBefore(planned)));
      default -> assertThat(fired).as(row.toString()).isAfterOrEqualTo(planned.minusDays(holidayBefore(planned)));
    }
  }

  /** How many days off a stage on that day is moved forward by. */
  private static long holidayBefore(LocalDate day) {
    return day.toEpochDay() - CALENDAR.previousOrSame(day).toEpochDay();
  }

  private static void task(NamedCsvRecord row) {
    String id = row.getField("task_id");
    assertThat(id).startsWith(row.getField("case_id") + ":");
    assertThat(KINDS_OF_TASK).contains(id.substring(row.getField("case_id").length() + 1).split(":")[0]);
    assertThat(ROLES).contains(row.getField("role"));
    assertThat(OUTCOMES).contains(row.getField("outcome"));
    if (!row.getField("closed_at").isEmpty()) {
      assertThat(SeasonOutput.instant(row, "closed_at")).isAfterOrEqualTo(SeasonOutput.instant(row, "opened_at"));
    }
  }

  private static void offer(NamedCsvRecord row) {
    assertThat(row.getField("old_price")).matches("[0-9]+\\.[0-9]{2}");
    assertThat(row.getField("new_price")).matches("[0-9]+\\.[0-9]{2}");
    assertThat(row.getField("early_bird")).isIn("true", "false");
    for (String share : List.of("intent", "intent_low", "intent_high")) {
      assertThat(row.getField(share)).matches("[01]\\.[0-9]+");
    }
  }
}

package org.leasekit.examples.season;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.leasekit.escalation.MovedBy;
import org.leasekit.escalation.Story;
import org.leasekit.examples.report.Findings;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;

/** What the library tells of some typical cases, in two languages. */
final class CaseStories {
  /** What is written beside the report. */
  static final String FILE = "stories.txt";

  /** What makes a case typical; the first such case that is not told already is told. */
  private record Kind(String what, String whatZh, BiPredicate<RenewalCase, List<StageDecision>> typical) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("Renewed after several stages", "多次提醒后续约",
              (renewal, fired) -> renewal.state() == CaseState.RENEWED && fired.size() > 2),
          new Kind("Renewed after the first", "首次提醒即续约",
              (renewal, fired) -> renewal.state() == CaseState.RENEWED && fired.size() == 1),
          new Kind("Declined", "不续约", (renewal, fired) -> renewal.state() == CaseState.DECLINED),
          new Kind("Lapsed", "到期失效", (renewal, fired) -> renewal.state() == CaseState.LAPSED && fired.size() > 1),
          new Kind("Superseded: the lease changed", "合同变更后被取代",
              (renewal, fired) -> renewal.state() == CaseState.SUPERSEDED),
          new Kind("Moved before a day off", "因节假日提前", moved(MovedBy.HOLIDAY)),
          new Kind("Out of quiet hours", "避开静默时段", moved(MovedBy.QUIET)),
          new Kind("Came late", "迟到补发", moved(MovedBy.CATCH_UP)),
          new Kind("Tried again after a failure", "失败后重试", moved(MovedBy.RETRY)),
          new Kind("Told early", "早鸟",
              (renewal, fired) ->
                  fired.stream().anyMatch(each -> each.fired().stage().equals(SeasonFigures.EARLY_BIRD))),
          new Kind("Still open", "未结", (renewal, fired) -> !renewal.state().isClosed()));

  private CaseStories() {}

  private static BiPredicate<RenewalCase, List<StageDecision>> moved(MovedBy by) {
    return (renewal, fired) -> fired.stream().anyMatch(each -> each.fired().movedBy() == by);
  }

  /** One of each kind there is. */
  static List<Findings.Told> of(SeasonRecords records, Function<CaseId, Story> explain, ZoneId zone) {
    Map<CaseId, List<StageDecision>> fired = new HashMap<>();
    records.decisions().forEach(each -> fired.computeIfAbsent(each.renewalCase(), id -> new ArrayList<>()).add(each));
    Set<CaseId> told = new HashSet<>();
    List<Findings.Told> stories = new ArrayList<>();
    for (Kind kind : KINDS) {
      Optional<RenewalCase> first =
          records.cases().stream()
              .filter(each -> !told.contains(each.id()))
              .filter(each -> kind.typical().test(each, fired.getOrDefault(each.id(), List.of())))
              .findFirst();
      first.ifPresent(
          renewal -> {
            told.add(renewal.id());
            Story story = explain.apply(renewal.id());
            stories.add(
                new Findings.Told(
                    kind.what(),
                    kind.whatZh(),
                    renewal.id().value(),
                    story.text(Locale.ENGLISH, zone),
                    story.text(Locale.CHINESE, zone)));
          });
    }
    return stories;
  }

  /** Writes them over those of an earlier season. */
  static void write(Path folder, List<Findings.Told> stories) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Findings.Told told : stories) {
      text.append("== ").append(told.caseId()).append(": ").append(told.what()).append(' ').append(told.whatZh())
          .append('\n').append(told.english()).append('\n').append(told.chinese()).append("\n\n");
    }
    Files.writeString(folder.resolve(FILE), text.toString(), StandardCharsets.UTF_8);
  }
}

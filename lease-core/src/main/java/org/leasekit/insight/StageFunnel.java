package org.leasekit.insight;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * What each stage of a policy brought about in a cohort.
 *
 * @param rows one for each stage, in the order asked for
 * @param unprompted cases whose first answer came before any stage
 */
public record StageFunnel(List<Row> rows, int unprompted) {

  /**
   * One stage.
   *
   * @param stage its id
   * @param fired cases in which it led to a touch or a task
   * @param attempts touches of the stage
   * @param reached cases in which one of them reached a person
   * @param responded cases whose first answer came after this stage and before the next
   * @param renewed those of the responded that were renewed
   */
  public record Row(
      String stage, int fired, int attempts, int reached, int responded, int renewed) {}

  public StageFunnel {
    rows = List.copyOf(rows);
  }

  /**
   * The funnel of the cases given; touches and tasks of other cases are passed over.
   *
   * @param stages ids of the policy's stages, the earliest first
   */
  public static StageFunnel of(
      List<String> stages,
      Collection<RenewalCase> given,
      Collection<Touch> touches,
      Collection<StewardTask> tasks) {
    List<RenewalCase> cases = Cohort.of(given);
    Counts counts = new Counts(cases);
    touches.forEach(counts::touch);
    tasks.forEach(counts::task);
    Map<String, int[]> answers = new HashMap<>();
    int unprompted = 0;
    for (RenewalCase renewal : cases) {
      Instant answer = renewal.progress().respondedAt();
      if (answer == null) {
        continue;
      }
      Optional<String> stage = counts.lastBefore(renewal.id(), answer, stages);
      if (stage.isEmpty()) {
        unprompted++;
        continue;
      }
      int[] sums = answers.computeIfAbsent(stage.get(), key -> new int[2]);
      sums[0]++;
      sums[1] += renewal.state() == CaseState.RENEWED ? 1 : 0;
    }
    List<Row> rows =
        stages.stream().map(stage -> counts.row(stage, answers.get(stage))).toList();
    return new StageFunnel(rows, unprompted);
  }

  /** When each stage first showed in each case, and what its touches came to. */
  private static final class Counts {
    private final Map<CaseId, Map<String, Instant>> began = new LinkedHashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<String, Set<CaseId>> reached = new HashMap<>();

    Counts(Collection<RenewalCase> cases) {
      cases.forEach(renewal -> began.put(renewal.id(), new HashMap<>()));
    }

    void touch(Touch touch) {
      if (began.containsKey(touch.renewalCase())) {
        begin(touch.renewalCase(), touch.stage(), touch.at());
        attempts.merge(touch.stage(), 1, Integer::sum);
        if (touch.result().reached()) {
          reached.computeIfAbsent(touch.stage(), key -> new HashSet<>()).add(touch.renewalCase());
        }
      }
    }

    void task(StewardTask task) {
      if (began.containsKey(task.renewalCase()) && task.kind().isReminder()) {
        begin(task.renewalCase(), task.stage(), task.openedAt());
      }
    }

    private void begin(CaseId id, String stage, Instant at) {
      began
          .getOrDefault(id, new HashMap<>())
          .merge(stage, at, (known, other) -> known.isBefore(other) ? known : other);
    }

    /** The stage that had begun last; of stages that began at once the later of the policy. */
    Optional<String> lastBefore(CaseId id, Instant answer, List<String> stages) {
      Map<String, Instant> beginnings = began.getOrDefault(id, Map.of());
      String last = null;
      Instant latest = Instant.MIN;
      for (String stage : stages) {
        Instant at = beginnings.get(stage);
        if (at != null && !at.isAfter(answer) && !at.isBefore(latest)) {
          last = stage;
          latest = at;
        }
      }
      return Optional.ofNullable(last);
    }

    Row row(String stage, int @Nullable [] answers) {
      int fired =
          (int) began.values().stream().filter(each -> each.containsKey(stage)).count();
      return new Row(
          stage,
          fired,
          attempts.getOrDefault(stage, 0),
          reached.getOrDefault(stage, Set.of()).size(),
          answers == null ? 0 : answers[0],
          answers == null ? 0 : answers[1]);
    }
  }
}

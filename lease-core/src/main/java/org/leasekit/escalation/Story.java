package org.leasekit.escalation;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a subject and what did not, stage by stage, with reasons.
 *
 * @param policy id of the policy that governs
 * @param version of it
 * @param lines what older versions fired, then the stages of the governing version in order of time
 * @param nextWake when the next is looked at; null when nothing is to come
 * @param reason why that is so
 * @param silence why nothing may be sent, and since when; null where something may, and where it is not recorded
 * @param nextVersion when the next version of the policy begins to govern, from which on it may all be otherwise; null when none
 *     is known
 */
public record Story(
    String policy,
    int version,
    List<Line> lines,
    @Nullable Instant nextWake,
    Decision.Reason reason,
    @Nullable Silence silence,
    @Nullable Instant nextVersion) {

  /** Between what was done and what was done next. */
  static final String DONE_BY = ", ";

  /** What became of a stage. */
  public enum Status {
    /** It fired. */
    FIRED,
    /** It fires now. */
    DUE,
    /** Its time is to come, or the hour is quiet. */
    WAITING,
    /** Its time has come and its condition is not met. */
    UNMET,
    /** A later stage came first. */
    SUPERSEDED,
    /** A later stage came first, at a time when this one's had come too and its condition was not met. */
    NOT_MET,
    /** Its time lay before the subject came under the policy, or under this version of it. */
    PASSED_OVER,
    /** A stage of an older version was planned or fired later, and nobody goes back. */
    BEHIND_OLDER,
    /** The subject fell silent before its time. */
    SILENT,
    /** Its time had come when the subject fell silent, and it had not fired. */
    LEFT_OPEN,
    /** What is to be said waits for approval. */
    WITHHELD,
    /** The clock stands before it. */
    STANDING
  }

  /**
   * One stage.
   *
   * @param label what people call it; may be empty
   * @param plannedFor by the policy's own count; null while a clock stands before it
   * @param at when it fired, is to fire, or was to by its own count where it is passed over or the subject fell silent;
   *     null when it did not and will not
   * @param detail the stage that came first, or that comes in its place if it can; what was done, each as a {@link Done};
   *     may be empty
   * @param unmet the condition that is not met, or that is still to be met; null where none is asked about
   * @param left what the stage does for some, and did not do for this subject
   * @param facts what was known when that was decided; null where it is not told
   */
  public record Line(
      String stage,
      String label,
      Status status,
      @Nullable Instant plannedFor,
      @Nullable Instant at,
      MovedBy movedBy,
      String detail,
      @Nullable Condition unmet,
      List<Left> left,
      @Nullable Facts facts) {
    public Line {
      left = List.copyOf(left);
    }

    /** A stage of which nothing was left undone. */
    public Line(
        String stage,
        String label,
        Status status,
        @Nullable Instant plannedFor,
        @Nullable Instant at,
        MovedBy movedBy,
        String detail,
        @Nullable Condition unmet) {
      this(stage, label, status, plannedFor, at, movedBy, detail, unmet, List.of(), null);
    }

    private Line telling(BiFunction<String, List<Done>, List<Done>> more) {
      List<Done> done =
          detail.isEmpty() ? List.of() : Stream.of(detail.split(DONE_BY)).map(Done::parse).toList();
      String told = more.apply(stage, done).stream().map(Done::toString).collect(Collectors.joining(DONE_BY));
      return new Line(stage, label, status, plannedFor, at, movedBy, told, unmet, left, facts);
    }
  }

  /** Of a subject that is not silent, or of which nobody recorded since when, and of a policy that stays as it is. */
  public Story(
      String policy, int version, List<Line> lines, @Nullable Instant nextWake, Decision.Reason reason) {
    this(policy, version, lines, nextWake, reason, null, null);
  }

  /**
   * An act that was not done.
   *
   * @param word of the act, see {@link StageAct#word}
   * @param unmet its condition
   */
  public record Left(String word, Condition unmet) {}

  public Story {
    lines = List.copyOf(lines);
  }

  /**
   * The story for people, a line for each stage and one for what comes next, in Chinese or English; any other
   * language gets English.
   *
   * @param zone of the times in it
   */
  public String text(Locale locale, ZoneId zone) {
    Locale spoken = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    ResourceBundle bundle =
        ResourceBundle.getBundle("org.leasekit.escalation.story", spoken, Story.class.getModule());
    StoryText words = new StoryText(bundle, zone, this);
    Stream<String> stages = lines.stream().map(words::line);
    return Stream.concat(stages, Stream.of(words.end())).collect(Collectors.joining("\n"));
  }

  /**
   * The same story, with more to say of what was done when a stage fired: what became of it since.
   *
   * @param more given a stage and what its record says was done, what is to be told; asked about stages that fired
   */
  public Story telling(BiFunction<String, List<Done>, List<Done>> more) {
    List<Line> told = lines.stream().map(line -> line.status() == Status.FIRED ? line.telling(more) : line).toList();
    return new Story(policy, version, told, nextWake, reason, silence, nextVersion);
  }

  static String say(ResourceBundle bundle, String key, Object... data) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(data);
  }
}

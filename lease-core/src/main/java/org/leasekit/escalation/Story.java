package org.leasekit.escalation;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
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
 */
public record Story(
    String policy,
    int version,
    List<Line> lines,
    @Nullable Instant nextWake,
    Decision.Reason reason) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

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
    /** Its condition was not met in time, and still was not when a later stage came. */
    NEVER_MET,
    /** Its time lay before the entry, or before what an older version did. */
    PASSED_OVER,
    /** The subject fell silent first. */
    SILENT,
    /** The clock stands before it. */
    STANDING
  }

  /**
   * One stage.
   *
   * @param label what people call it; may be empty
   * @param plannedFor by the policy's own count; null while a clock stands before it
   * @param at when it fired or is to fire; null when it did not and will not
   * @param detail the stage that came first, or what was done, each as a {@link Done}; may be empty
   * @param unmet the condition that is not met; null where none is asked about
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
    Stream<String> stages = lines.stream().map(line -> line(bundle, line, zone));
    String end =
        nextWake == null
            ? say(bundle, "end." + reason)
            : say(bundle, "end.NEXT", time(nextWake, zone));
    return Stream.concat(stages, Stream.of(end)).collect(Collectors.joining("\n"));
  }

  private static String line(ResourceBundle bundle, Line line, ZoneId zone) {
    String name = line.label().isEmpty() ? line.stage() : line.stage() + " (" + line.label() + ")";
    boolean moved = line.at() != null && line.movedBy() != MovedBy.NONE;
    return say(
        bundle,
        "stage." + line.status(),
        name,
        time(line.plannedFor(), zone),
        time(line.at(), zone),
        moved ? say(bundle, "moved." + line.movedBy()) : "",
        detail(bundle, line),
        line.status() == Status.NEVER_MET ? line.detail() : left(bundle, line));
  }

  /** What was not done, each with the condition that was not met. */
  private static String left(ResourceBundle bundle, Line line) {
    if (line.left().isEmpty()) {
      return "";
    }
    String each =
        line.left().stream()
            .map(left -> say(bundle, "left.ONE", word(bundle, left.word()), unmet(bundle, left.unmet(), line.facts())))
            .collect(Collectors.joining(DONE_BY));
    return say(bundle, "left.ALL", each);
  }

  /** A condition, and what was known of all that it asks about. */
  private static String unmet(ResourceBundle bundle, Condition unmet, @Nullable Facts facts) {
    ConditionText words = new ConditionText(bundle);
    return facts == null ? words.of(unmet) : say(bundle, "left.THEN", words.of(unmet), words.known(unmet, facts));
  }

  private static String detail(ResourceBundle bundle, Line line) {
    Condition unmet = line.unmet();
    if (unmet != null) {
      return unmet(bundle, unmet, line.facts());
    }
    return line.status() == Status.FIRED ? done(bundle, line.detail()) : line.detail();
  }

  private static String done(ResourceBundle bundle, String detail) {
    return Arrays.stream(detail.split(DONE_BY)).map(each -> done(bundle, Done.parse(each))).collect(Collectors.joining(DONE_BY));
  }

  /** What came of an act in words; as it is recorded when there are none. */
  private static String done(ResourceBundle bundle, Done done) {
    String key = "done." + done.result();
    if (done.result().isEmpty()) {
      return word(bundle, done.word());
    }
    return bundle.containsKey(key)
        ? say(bundle, key, word(bundle, done.word()), done.detail())
        : done.toString();
  }

  /** What an act is called; work that an application has names for is called what it is called there. */
  private static String word(ResourceBundle bundle, String word) {
    return bundle.containsKey("act." + word) ? bundle.getString("act." + word) : word;
  }

  static String say(ResourceBundle bundle, String key, Object... data) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(data);
  }

  private static String time(@Nullable Instant at, ZoneId zone) {
    return at == null ? "" : TIME.format(at.atZone(zone));
  }
}

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
   */
  public record Line(
      String stage,
      String label,
      Status status,
      @Nullable Instant plannedFor,
      @Nullable Instant at,
      MovedBy movedBy,
      String detail,
      @Nullable Condition unmet) {}

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
        detail(bundle, line));
  }

  private static String detail(ResourceBundle bundle, Line line) {
    Condition unmet = line.unmet();
    if (unmet != null) {
      return new ConditionText(bundle).of(unmet);
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

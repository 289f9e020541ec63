package org.leasekit.escalation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.Story.Line;
import org.leasekit.escalation.Story.Status;

/** A story in the words of one language, with the times of one zone. */
final class StoryText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter TWICE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

  private final ResourceBundle bundle;
  private final ZoneId zone;
  private final Story story;
  private final @Nullable Silence silence;

  StoryText(ResourceBundle bundle, ZoneId zone, Story story) {
    this.bundle = bundle;
    this.zone = zone;
    this.story = story;
    this.silence = story.silence();
  }

  String end() {
    Instant wake = story.nextWake();
    if (wake != null) {
      return say("end.NEXT", time(wake));
    }
    if (silence != null && silence.why() == Silence.Why.WITHHELD) {
      return say("end.WITHHELD");
    }
    // beside the one that fires now there may be others that wait
    boolean waits = story.lines().stream().anyMatch(line -> line.status() == Status.UNMET);
    return say("end." + (waits ? Decision.Reason.UNMET : story.reason()));
  }

  String line(Line line) {
    String name = line.label().isEmpty() ? line.stage() : line.stage() + " (" + line.label() + ")";
    return switch (line.status()) {
      case FIRED -> stage(line, name, moved(line), done(line.detail()), left(line));
      case DUE -> stage(line, name, moved(line));
      case WAITING -> stage(line, name, moved(line), asked(line, "if"), inItsPlace(line));
      case UNMET -> stage(line, name, unmet(line));
      case SUPERSEDED, BEHIND_OLDER -> stage(line, name, line.detail());
      case NOT_MET -> stage(line, name, line.detail(), unmet(line));
      case SILENT -> stage(line, name, wasTo(line), silent());
      case LEFT_OPEN -> stage(line, name, wasTo(line), silent(), asked(line, "asked"));
      case PASSED_OVER -> stage(line, name, wasTo(line));
      case WITHHELD, STANDING -> stage(line, name);
    };
  }

  /** A sentence about a stage: its name, when it was planned, when it fires, and whatever else its kind tells. */
  private String stage(Line line, String name, String... more) {
    Object[] data = new Object[3 + more.length];
    data[0] = name;
    data[1] = time(line.plannedFor());
    data[2] = time(line.at());
    System.arraycopy(more, 0, data, 3, more.length);
    boolean sinceWhen = line.status() != Status.LEFT_OPEN || silence != null && silence.since() != null;
    return say("stage." + line.status() + (sinceWhen ? "" : ".UNKNOWN"), data);
  }

  private String moved(Line line) {
    return line.at() == null || line.movedBy() == MovedBy.NONE ? "" : say("moved." + line.movedBy());
  }

  /** When it was to fire in the end, where that is not when it was planned. */
  private String wasTo(Line line) {
    return line.at() == null || line.at().equals(line.plannedFor()) ? "" : say("was.TO", time(line.at()), moved(line));
  }

  private String silent() {
    if (silence == null || silence.since() == null) {
      return say("silence.UNKNOWN");
    }
    return say("silence." + silence.why(), time(silence.since()));
  }

  private String asked(Line line, String key) {
    return line.unmet() == null ? "" : say("asked." + key, new ConditionText(bundle).of(line.unmet()));
  }

  /** What comes in its place if it can: a later stage at the same time, another version before. */
  private String inItsPlace(Line line) {
    Instant version = story.nextVersion();
    if (version != null && line.at() != null && !line.at().isBefore(version)) {
      return say("asked.version", time(version));
    }
    return line.detail().isEmpty() ? "" : say("asked.unless", line.detail());
  }

  /** What was not done, each with the condition that was not met. */
  private String left(Line line) {
    if (line.left().isEmpty()) {
      return "";
    }
    String each =
        line.left().stream()
            .map(left -> say("left.ONE", word(left.word()), unmet(left.unmet(), line.facts())))
            .collect(Collectors.joining(Story.DONE_BY));
    return say("left.ALL", each);
  }

  private String unmet(Line line) {
    return line.unmet() == null ? "" : unmet(line.unmet(), line.facts());
  }

  /** A condition, and what was known of all that it asks about. */
  private String unmet(Condition unmet, @Nullable Facts facts) {
    ConditionText words = new ConditionText(bundle);
    return facts == null ? words.of(unmet) : say("left.THEN", words.of(unmet), words.known(unmet, facts));
  }

  /** What was done; nothing where that is recorded elsewhere. */
  private String done(String detail) {
    if (detail.isEmpty()) {
      return "";
    }
    String each =
        Arrays.stream(detail.split(Story.DONE_BY))
            .map(one -> done(Done.parse(one)))
            .collect(Collectors.joining(Story.DONE_BY));
    return say("acts.ALL", each);
  }

  /** What came of an act in words; as it is recorded when there are none. */
  private String done(Done done) {
    String key = "done." + done.result();
    if (done.result().isEmpty()) {
      return word(done.word());
    }
    return bundle.containsKey(key) ? say(key, word(done.word()), done.detail()) : done.toString();
  }

  /** What an act is called; work that an application has names for is called what it is called there. */
  private String word(String word) {
    return bundle.containsKey("act." + word) ? bundle.getString("act." + word) : word;
  }

  private String say(String key, Object... data) {
    return Story.say(bundle, key, data);
  }

  /** Where the clocks are turned back an hour comes twice: there the offset says which. */
  private String time(@Nullable Instant at) {
    if (at == null) {
      return "";
    }
    ZonedDateTime local = at.atZone(zone);
    boolean twice = zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
    return (twice ? TWICE : TIME).format(local);
  }
}

package org.leasekit.renewal;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leasekit.escalation.StageAct;

/** The texts of renewal notices, each in Chinese and English. */
public enum NoticeTemplate {
  /** The lease ends, and how to renew it. */
  REMINDER(StageAct.Notice.REMINDER),
  /** The same before anybody else is reminded, for those who are likely to stay. */
  EARLY_BIRD("early-bird"),
  /** The last one before the end. */
  LAST_CALL("last-call"),
  /** The reminder in short sentences, for elders and whoever asked for large type. */
  PLAIN("plain"),
  /** The early bird's in short sentences. */
  PLAIN_EARLY_BIRD("plain-early-bird"),
  /** The last call in short sentences. */
  PLAIN_LAST_CALL("plain-last-call");

  private final String key;

  NoticeTemplate(String key) {
    this.key = key;
  }

  /** Its name in policies and records. */
  public String key() {
    return key;
  }

  /** The one that says the same in short sentences; itself where it does. */
  public NoticeTemplate plain() {
    return switch (this) {
      case REMINDER, PLAIN -> PLAIN;
      case EARLY_BIRD, PLAIN_EARLY_BIRD -> PLAIN_EARLY_BIRD;
      case LAST_CALL, PLAIN_LAST_CALL -> PLAIN_LAST_CALL;
    };
  }

  /** The template of that name, exactly as written; empty when there is none. */
  public static Optional<NoticeTemplate> of(String key) {
    return Arrays.stream(values()).filter(template -> template.key.equals(key)).findFirst();
  }

  /** The names of all. */
  public static Set<String> keys() {
    return Arrays.stream(values()).map(NoticeTemplate::key).collect(Collectors.toUnmodifiableSet());
  }
}

package org.leasekit.escalation;

import java.time.LocalDate;
import java.util.List;
import org.leasekit.outcome.Rejection;

/** Why a policy was refused. */
public sealed interface PolicyRejection extends Rejection {

  @Override
  default String field() {
    return "policy";
  }

  /** A policy has to have a stage. */
  record NoStages(String policy) implements PolicyRejection {
    @Override
    public String rule() {
      return "POLICY_WITHOUT_STAGES";
    }

    @Override
    public List<String> data() {
      return List.of(policy);
    }
  }

  /** A bare alert is no stage: for somebody who reaches it nothing is done. */
  record StageWithoutAction(String policy, String stage) implements PolicyRejection {
    @Override
    public String rule() {
      return "STAGE_WITHOUT_ACTION";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage);
    }
  }

  /** Nothing says when the stage is due. */
  record StageWithoutTrigger(String policy, String stage) implements PolicyRejection {
    @Override
    public String rule() {
      return "STAGE_WITHOUT_TRIGGER";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage);
    }
  }

  /** Two stages have one id. */
  record DuplicateStage(String policy, String stage) implements PolicyRejection {
    @Override
    public String rule() {
      return "DUPLICATE_STAGE";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage);
    }
  }

  /** Which of two stages comes first depends on the calendar, or they come at the same time. */
  record AmbiguousOrder(String policy, String stage, String other) implements PolicyRejection {
    @Override
    public String rule() {
      return "AMBIGUOUS_STAGE_ORDER";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage, other);
    }
  }

  /**
   * So little is worked on a business day that whether one of two stages comes before the other is open, or that nobody knows
   * how long before the end one of them comes.
   *
   * @param other the stage before it; itself where it is about one alone
   * @param day the business day on which least is worked
   * @param minutes how long that is
   */
  record DayTooShort(String policy, String stage, String other, LocalDate day, long minutes)
      implements PolicyRejection {
    @Override
    public String rule() {
      return "WORKING_DAY_TOO_SHORT";
    }

    @Override
    public String field() {
      return "hours";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage, other, day.toString(), String.valueOf(minutes));
    }
  }

  /** A stage, or one of its repetitions, is listed before one that comes earlier. */
  record OutOfOrder(String policy, String stage, String before) implements PolicyRejection {
    @Override
    public String rule() {
      return "STAGE_OUT_OF_ORDER";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage, before);
    }
  }

  /** Repetitions would lie beyond the anchor they count back from. */
  record RepeatBeyondAnchor(String policy, String stage) implements PolicyRejection {
    @Override
    public String rule() {
      return "REPEAT_BEYOND_ANCHOR";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage);
    }
  }

  /** No facts meet the condition of the stage, or of one of its actions. */
  record NeverTrue(String policy, String stage, Condition condition) implements PolicyRejection {
    @Override
    public String rule() {
      return "STAGE_NEVER_TRUE";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage, condition.toString());
    }
  }

  /** The subject has come to its end before the stage is due. */
  record AfterTheEnd(String policy, String stage) implements PolicyRejection {
    @Override
    public String rule() {
      return "STAGE_AFTER_THE_END";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage);
    }
  }

  /** The stage counts something that the subjects of this policy do not have. */
  record WrongTrigger(String policy, String stage) implements PolicyRejection {
    @Override
    public String rule() {
      return "STAGE_TRIGGER_NOT_USABLE";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage);
    }
  }

  /** There is no such text for a notice. */
  record UnknownTemplate(String policy, String stage, String template) implements PolicyRejection {
    @Override
    public String rule() {
      return "UNKNOWN_TEMPLATE";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage, template);
    }
  }

  /** Nobody has this role. */
  record UnknownRole(String policy, String stage, String role) implements PolicyRejection {
    @Override
    public String rule() {
      return "UNKNOWN_ROLE";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage, role);
    }
  }

  /** An action is about to reach the on-call chain, and there is none. */
  record NobodyOnCall(String policy, String stage) implements PolicyRejection {
    @Override
    public String rule() {
      return "NOBODY_ON_CALL";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage);
    }
  }

  /** The application cannot do such an act about its subjects. */
  record UnusableAct(String policy, String stage, String act) implements PolicyRejection {
    @Override
    public String rule() {
      return "STAGE_ACT_NOT_USABLE";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage, act);
    }
  }

  /** A condition asks about something that the application never knows of its subjects. */
  record UnknownFact(String policy, String stage, String fact) implements PolicyRejection {
    @Override
    public String rule() {
      return "UNKNOWN_FACT";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage, fact);
    }
  }

  /**
   * A number lies above its ceiling.
   *
   * @param path where in the policy, for example {@code stages[1].repeat.times}
   * @param most the ceiling
   * @param found what stands there
   */
  record TooLarge(String policy, String stage, String path, String most, String found)
      implements PolicyRejection {
    @Override
    public String rule() {
      return "POLICY_VALUE_TOO_LARGE";
    }

    @Override
    public String field() {
      return path;
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage, path, most, found);
    }
  }

  /** Nobody knows how to do this work, or it is not a stage's to ask for. */
  record UnknownWork(String policy, String stage, String work) implements PolicyRejection {
    @Override
    public String rule() {
      return "UNKNOWN_WORK";
    }

    @Override
    public List<String> data() {
      return List.of(policy, stage, work);
    }
  }

  /**
   * A part of a policy has no word in a document.
   *
   * @param path the part, for example {@code roll}
   * @param found what it is
   */
  record NotWritable(String policy, String path, String found) implements PolicyRejection {
    @Override
    public String rule() {
      return "POLICY_NOT_WRITABLE";
    }

    @Override
    public String field() {
      return path;
    }

    @Override
    public List<String> data() {
      return List.of(policy, path, found);
    }
  }

  /**
   * A document does not say what it has to say.
   *
   * @param path where in the document, for example {@code stages[1].trigger.daysBefore}
   * @param expected what has to stand there, in words or as an example
   * @param found what stands there, or {@code nothing}
   */
  record Malformed(String path, String expected, String found) implements PolicyRejection {
    @Override
    public String rule() {
      return "POLICY_DOCUMENT_MALFORMED";
    }

    @Override
    public String field() {
      return path;
    }

    @Override
    public List<String> data() {
      return List.of(path, expected, found);
    }
  }
}

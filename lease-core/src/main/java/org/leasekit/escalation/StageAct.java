package org.leasekit.escalation;

import java.util.List;
import java.util.Set;
import org.leasekit.party.Channel;

/** What an action of a stage is. */
public sealed interface StageAct {

  /** Stable word for records, for example {@code NOTICE}. */
  String word();

  /**
   * A message.
   *
   * @param template name of its text
   * @param channels digital ones, preferred first, at least one; what happens when all are dead is the ladder's
   *     business
   */
  record Notice(String template, List<Channel> channels) implements StageAct {

    /** The text a notice has that names none: a reminder of the subject's end. */
    public static final String REMINDER = "reminder";

    public Notice {
      channels = List.copyOf(channels);
      if (channels.isEmpty() || !channels.stream().allMatch(Channel::isDigital)) {
        throw new IllegalArgumentException("channels: one or more digital ones, but was " + channels);
      }
    }

    @Override
    public String word() {
      return "NOTICE";
    }
  }

  /**
   * Work for a person.
   *
   * @param role who does it, for example {@code steward}
   * @param work what is to be done, in a word that the application knows, for example {@code CALL} or {@code VISIT}
   */
  record Task(String role, String work) implements StageAct {

    /** The role of whoever looks after the contract; of a request at the service desk, of whoever is reached. */
    public static final String STEWARD = "steward";

    /** The role that stands above the stewards. */
    public static final String MANAGER = "manager";

    /** The role that approves what goes beyond limits. */
    public static final String SUPERVISOR = "supervisor";

    /** The role that pays money back. */
    public static final String FINANCE = "finance";

    /** The roles that every lessor has. */
    public static final Set<String> ROLES = Set.of(STEWARD, MANAGER, SUPERVISOR, FINANCE);

    @Override
    public String word() {
      return work;
    }
  }

  /** The proposal is drawn up anew by the rules as they are now, as long as nobody has seen it: price, add-ons, discount. */
  record ProposalDraft() implements StageAct {
    @Override
    public String word() {
      return "PROPOSAL_DRAFT";
    }
  }

  /**
   * The proposal is drawn up anew by the rules as they are now and offered to the addressee, who is told of it. A price that
   * was shown stands; what cannot be done becomes work for a person.
   */
  record MakeOffer() implements StageAct {
    @Override
    public String word() {
      return "OFFER";
    }
  }

  /**
   * A person is asked to approve what is to be offered, if it goes beyond the limits and nobody has approved it yet.
   *
   * @param role who does, for example {@code manager}
   */
  record Approval(String role) implements StageAct {
    @Override
    public String word() {
      return "APPROVAL";
    }
  }

  /**
   * What was not done goes up the chain of those on duty.
   *
   * @param levels how far above the one who has it, at least 1: the highest of those with open work of earlier stages; where
   *     all of it was done, whoever looks after the contract, or has the request; in a policy at most {@value #MOST_LEVELS}
   */
  record HandOver(int levels) implements StageAct {

    /** The highest level of a chain that a policy names, and the most levels it goes up. */
    public static final int MOST_LEVELS = 100;

    public HandOver {
      if (levels < 1) {
        throw new IllegalArgumentException("levels: at least 1, but was " + levels);
      }
    }

    @Override
    public String word() {
      return "HAND_OVER";
    }
  }
}

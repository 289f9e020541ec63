package org.leasekit.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.payment.PaymentId;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.StewardTask;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.sla.TargetId;

/**
 * Something that happened to a contract, or to a service request, which may belong to none. It says what happened and to what, and leaves out who: names, phones, addresses and
 * plates are masked or not there. Immutable.
 */
public sealed interface LeaseEvent {

  /**
   * What all events have.
   *
   * @param contract to which it happened; of money the one that it was paid or raised for, of a service request the one it
   *     belongs to, or {@link #NO_CONTRACT}
   * @param at when it was recorded
   */
  record Head(LessorId lessor, ContractNo contract, Instant at) {}

  /** What the events of service requests that belong to no contract are numbered under, all of one lessor's in one order. */
  ContractNo NO_CONTRACT = new ContractNo("(none)");

  Head head();

  /** What happened, one of the constants of its kind. */
  Enum<?> what();

  /** Kind and constant in one stable word, for example {@code payment.received}. */
  default String type() {
    return Words.kind(getClass()) + "." + what().name().toLowerCase(Locale.ROOT);
  }

  /** What is to be said beside {@link #head} and {@link #type}, by name, as plain text; amounts as decimals. */
  Map<String, String> data();

  /** About the contract itself. */
  record OfContract(Head head, What what, @Nullable ContractStatus status) implements LeaseEvent {

    /** What happened; the status is told when it ended. */
    public enum What {
      SIGNED,
      AMENDED,
      ENDED,
      /** It had ended, and it was learnt late that it goes on. */
      REVIVED
    }

    @Override
    public Map<String, String> data() {
      return status == null ? Map.of() : Map.of("status", status.name());
    }
  }

  /** About what is owed. */
  record OfReceivable(Head head, What what, String subject, @Nullable MonetaryAmount amount)
      implements LeaseEvent {

    /** What happened; the subject is the key of what is owed, or the id of the lock, and a lock has no amount. */
    public enum What {
      RAISED,
      ADJUSTED,
      LOCKED,
      RELEASED
    }

    @Override
    public Map<String, String> data() {
      return Words.withAmount(Map.of("subject", subject), amount);
    }
  }

  /** About money that came. */
  record OfPayment(Head head, What what, PaymentId payment, MonetaryAmount amount)
      implements LeaseEvent {

    /** What happened; what is reversed was taken back from what is owed, its amount is above zero. */
    public enum What {
      RECEIVED,
      ALLOCATED,
      REVERSED
    }

    @Override
    public Map<String, String> data() {
      return Words.withAmount(Map.of("payment", payment.value()), amount);
    }
  }

  /** About a message, of a renewal or of a debt. */
  record OfNotice(Head head, What what, String stage, Channel channel, Masked recipient)
      implements LeaseEvent {

    /** What happened; a notice fails when its address is dead, or its time or its attempts are over. */
    public enum What {
      SENT,
      FAILED
    }

    @Override
    public Map<String, String> data() {
      return Map.of("stage", stage, "channel", channel.name(), "recipient", recipient.toString());
    }
  }

  /** About a renewal. */
  record OfCase(Head head, What what, CaseId renewalCase, LocalDate expiry) implements LeaseEvent {

    /** What happened. */
    public enum What {
      OPENED,
      RESPONDED,
      RENEWED,
      LAPSED,
      DECLINED
    }

    @Override
    public Map<String, String> data() {
      return Map.of("case", renewalCase.value(), "expiry", expiry.toString());
    }
  }

  /** About what a renewal costs: the monthly rent that is offered. */
  record OfOffer(Head head, What what, CaseId renewalCase, MonetaryAmount rent) implements LeaseEvent {

    /** What happened; an offer is made again when its rent changes, and expires when its case lapses. */
    public enum What {
      MADE,
      ACCEPTED,
      EXPIRED
    }

    @Override
    public Map<String, String> data() {
      return Words.withAmount(Map.of("case", renewalCase.value()), rent);
    }
  }

  /** About work for people. */
  record OfTask(Head head, What what, StewardTask.Kind kind, String stage, String role)
      implements LeaseEvent {

    /** What happened. */
    public enum What {
      OPENED,
      CLOSED
    }

    @Override
    public Map<String, String> data() {
      return Map.of("kind", kind.name(), "stage", stage, "role", role);
    }
  }

  /**
   * About a service request; its place, its words and its people are left out.
   *
   * @param priority as it is now
   * @param happened when it happened, which may be learnt later; of a target the instant at which the share was used up
   * @param target of the service level, when it is about one
   */
  record OfRequest(
      Head head, What what, RequestId request, Priority priority, Instant happened, @Nullable TargetId target)
      implements LeaseEvent {

    /**
     * What happened. A request is triaged when it is given another priority than at first. A target is breached once, when
     * the desk finds that its time is over, whatever its stages count in and whether it has any. The first stage at the whole of it or
     * beyond is told as the breach; any other stage escalates it.
     */
    public enum What {
      OPENED,
      TRIAGED,
      ACCEPTED,
      DISPATCHED,
      ARRIVED,
      RESOLVED,
      VERIFIED,
      REOPENED,
      ESCALATED,
      BREACHED,
      MERGED,
      CANCELLED
    }

    @Override
    public Map<String, String> data() {
      Map<String, String> data = new TreeMap<>();
      data.put("request", request.value());
      data.put("priority", priority.name());
      data.put("happened", happened.toString());
      if (target != null) {
        data.put("target", target.value());
      }
      return Map.copyOf(data);
    }
  }

  /**
   * The event of which {@link #type} and {@link #data} were kept.
   *
   * @throws IllegalArgumentException when they are none of an event
   */
  static LeaseEvent of(Head head, String type, Map<String, String> data) {
    Words words = new Words(type, new TreeMap<>(data));
    return switch (words.kind()) {
      case "contract" -> {
        String status = data.get("status");
        yield new OfContract(
            head, words.what(OfContract.What.class), status == null ? null : ContractStatus.valueOf(status));
      }
      case "receivable" ->
          new OfReceivable(
              head, words.what(OfReceivable.What.class), words.text("subject"), words.amountOrNull());
      case "payment" ->
          new OfPayment(
              head, words.what(OfPayment.What.class), new PaymentId(words.text("payment")),
              Objects.requireNonNull(words.amountOrNull()));
      case "notice" ->
          new OfNotice(
              head, words.what(OfNotice.What.class), words.text("stage"),
              Channel.valueOf(words.text("channel")), Masked.of(words.text("recipient")));
      case "case" ->
          new OfCase(
              head, words.what(OfCase.What.class), new CaseId(words.text("case")),
              LocalDate.parse(words.text("expiry")));
      case "offer" ->
          new OfOffer(
              head, words.what(OfOffer.What.class), new CaseId(words.text("case")),
              Objects.requireNonNull(words.amountOrNull()));
      case "task" ->
          new OfTask(
              head, words.what(OfTask.What.class), StewardTask.Kind.valueOf(words.text("kind")),
              words.text("stage"), words.text("role"));
      case "request" -> {
        String target = data.get("target");
        yield new OfRequest(
            head, words.what(OfRequest.What.class), new RequestId(words.text("request")),
            Priority.valueOf(words.text("priority")), Instant.parse(words.text("happened")),
            target == null ? null : new TargetId(target));
      }
      default -> throw new IllegalArgumentException("type: none of an event: " + type);
    };
  }
}

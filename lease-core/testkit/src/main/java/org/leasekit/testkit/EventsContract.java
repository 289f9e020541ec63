package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.ContractNo;
import org.leasekit.event.EventId;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.Recorded;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.Events;
import org.leasekit.port.Events.Answer;

/** The rules of {@link Events}. */
public abstract class EventsContract {

  /** For the test of an adapter. */
  protected EventsContract() {}

  /** The adapter; the same object throughout a test. */
  protected abstract Events events();

  /** The ids of what arrived at the other end, in order, as often as it arrived. */
  protected abstract List<String> arrived();

  /** Lets the other end refuse, or not be there, until {@link #mend}. */
  protected abstract void breakDown();

  /** Lets the other end answer again. */
  protected abstract void mend();

  private static Recorded event(int number) {
    ContractNo no = new ContractNo("合同-1");
    LeaseEvent event =
        new LeaseEvent.OfPayment(
            new LeaseEvent.Head(Samples.LESSOR, no, Samples.MICROS), LeaseEvent.OfPayment.What.RECEIVED,
            new PaymentId("P-" + number), Samples.yuan(12_34));
    return new Recorded(new EventId(Samples.LESSOR, no, number), event, 0);
  }

  @Test
  @DisplayName("Events rule 1: an event that is told again arrives under the same id, and counts as taken")
  void keepsTheId() {
    assertThat(events().tell(event(1))).isEqualTo(Answer.TAKEN);
    assertThat(events().tell(event(2))).isEqualTo(Answer.TAKEN);
    assertThat(events().tell(event(2))).isEqualTo(Answer.TAKEN);
    String first = event(1).id().toString();
    String second = event(2).id().toString();
    assertThat(arrived()).containsExactly(first, second, second);
  }

  @Test
  @DisplayName("Events rule 2: a failure is a result, and the event can be told once more")
  void failureIsAResult() {
    breakDown();
    assertThat(events().tell(event(1))).isEqualTo(Answer.FAILED);
    mend();
    assertThat(events().tell(event(1))).isEqualTo(Answer.TAKEN);
    assertThat(arrived()).endsWith(event(1).id().toString());
  }
}

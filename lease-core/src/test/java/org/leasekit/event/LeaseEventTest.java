package org.leasekit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.money.MonetaryAmount;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

class LeaseEventTest {

  /** What may be in an event as it is: ids that the lessor gives, words that the library has, days and amounts. */
  private static final Set<Class<?>> HARMLESS =
      Set.of(
          LeaseEvent.Head.class, LessorId.class, ContractNo.class, ContractStatus.class, Instant.class,
          LocalDate.class, MonetaryAmount.class, PaymentId.class, CaseId.class, Channel.class, Masked.class,
          StewardTask.Kind.class, RequestId.class, Priority.class, TargetId.class);

  /** Texts that name a stage or role of a policy, a key of a receivable or the id of a lock. */
  private static final Set<String> TEXTS =
      Set.of("OfReceivable.subject", "OfNotice.stage", "OfTask.stage", "OfTask.role");

  @Test
  void noEventCarriesAPerson() {
    Class<?>[] kinds = LeaseEvent.class.getPermittedSubclasses();
    assertThat(kinds).hasSize(8).allMatch(Class::isRecord);
    for (Class<?> kind : kinds) {
      for (RecordComponent part : kind.getRecordComponents()) {
        boolean harmless =
            HARMLESS.contains(part.getType())
                || part.getType().getEnclosingClass() == kind && part.getType().isEnum()
                || TEXTS.contains(kind.getSimpleName() + "." + part.getName());
        assertThat(harmless).as("%s %s of %s", part.getType().getSimpleName(), part.getName(), kind).isTrue();
      }
    }
    assertThat(Arrays.stream(LeaseEvent.Head.class.getRecordComponents()).map(RecordComponent::getType))
        .allMatch(HARMLESS::contains);
  }

  @Test
  void whatIsMaskedCanOnlyBeMadeByMasking() {
    assertThat(Masked.class.getDeclaredConstructors())
        .extracting(Constructor::getModifiers)
        .allMatch(Modifier::isPrivate);
    assertThat(Modifier.isFinal(Masked.class.getModifiers())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "13800001234,             138****1234",
    "王伟,                    王*",
    "王,                      *",
    "'',                      ''",
    "沪A12345,                沪******",
    "wei.wang@example.com,    wei*************.com",
    "1234567890,              1*********",
  })
  void masks(String personal, String masked) {
    assertThat(Masked.of(personal)).hasToString(masked);
  }

  @Property
  void maskingWhatIsMaskedChangesNothing(@ForAll String personal) {
    Masked once = Masked.of(personal);
    assertThat(Masked.of(once.toString())).isEqualTo(once).hasSameHashCodeAs(once);
    assertThat(once.toString().codePointCount(0, once.toString().length()))
        .isEqualTo(personal.codePoints().toArray().length);
  }

  @Test
  void whatHappensToARequestIsReadAgainFromItsWords() {
    LeaseEvent.Head head = new LeaseEvent.Head(new LessorId("town"), LeaseEvent.NO_CONTRACT, Instant.EPOCH);
    for (LeaseEvent.OfRequest.What what : LeaseEvent.OfRequest.What.values()) {
      for (TargetId target : new TargetId[] {null, TargetId.RESOLVE}) {
        LeaseEvent event =
            new LeaseEvent.OfRequest(
                head, what, new RequestId("R-1"), Priority.P2, Instant.parse("2026-03-01T02:00:00.123456Z"), target);
        assertThat(event.type()).isEqualTo("request." + what.name().toLowerCase(Locale.ROOT));
        assertThat(LeaseEvent.of(head, event.type(), event.data())).isEqualTo(event);
      }
    }
  }

  @Test
  void typesAreStableWords() {
    LeaseEvent.Head head =
        new LeaseEvent.Head(new LessorId("town"), new ContractNo("A"), Instant.EPOCH);
    LeaseEvent renewed =
        new LeaseEvent.OfCase(
            head, LeaseEvent.OfCase.What.RENEWED, new CaseId("A-20261231"), LocalDate.of(2026, 12, 31));
    assertThat(renewed.type()).isEqualTo("case.renewed");
    assertThat(LeaseEvent.of(head, renewed.type(), renewed.data())).isEqualTo(renewed);
    for (String wrong : List.of("case.eaten", "meal.eaten", "case", "")) {
      assertThatThrownBy(() -> LeaseEvent.of(head, wrong, renewed.data()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> LeaseEvent.of(head, renewed.type(), Map.of()))
        .hasMessage("case.renewed without case");
  }
}

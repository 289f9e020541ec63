package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalRejection;
import org.leasekit.renewal.SurveyAnswer;
import org.leasekit.renewal.SurveyRejection;

/**
 * Asks one question once a renewal has come to its end, renewed, declined or lapsed: how likely it is that the tenant
 * recommends the lessor. A case is asked once; the answer stands.
 */
public final class SurveyService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final Tenancies tenancies;

  SurveyService(Stores stores, LessorProfile profile, InstantSource clock, Door door, Gate gate) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.tenancies = new Tenancies(stores, profile.lessor());
  }

  /**
   * Records an answer. The same answer again changes nothing.
   *
   * @return the answer of the case; rejected when it has not come to its end, has given another answer, or the actor may
   *     not answer for it
   */
  public Outcome<SurveyAnswer> answer(AnswerSurvey command) {
    return door.check(command)
        .then(
            valid ->
                withCase(
                    new CaseId(valid.caseId().strip()),
                    Action.ANSWER_SURVEY,
                    renewal -> record(renewal, valid, clock.instant())));
  }

  private Outcome<SurveyAnswer> record(RenewalCase renewal, AnswerSurvey command, Instant now) {
    if (!isFinished(renewal)) {
      return Outcome.rejected(new SurveyRejection.NotFinished(renewal.id(), renewal.state()));
    }
    String by = command.recordedBy();
    SurveyAnswer answer =
        new SurveyAnswer(
            profile.lessor(), renewal.id(), command.score(), command.comment().strip(), staff(by), now);
    if (stores.surveys().add(answer)) {
      return Outcome.accepted(answer);
    }
    SurveyAnswer known = stores.surveys().find(profile.lessor(), renewal.id()).orElseThrow();
    return known.saysTheSameAs(answer)
        ? Outcome.accepted(known)
        : Outcome.rejected(new SurveyRejection.Answered(renewal.id()));
  }

  private static @Nullable StaffId staff(@Nullable String by) {
    return by == null ? null : new StaffId(by.strip());
  }

  private static boolean isFinished(RenewalCase renewal) {
    return renewal.state() == CaseState.RENEWED
        || renewal.state() == CaseState.DECLINED
        || renewal.state() == CaseState.LAPSED;
  }

  /** What a case has answered; empty when it has not. */
  public Outcome<Optional<SurveyAnswer>> find(CaseId id) {
    return withCase(
        id,
        Action.VIEW,
        renewal -> Outcome.accepted(stores.surveys().find(profile.lessor(), renewal.id())));
  }

  /** Passes every answer once, by case, for key figures; none to who may not work on stewards' tasks. */
  public void answers(Consumer<SurveyAnswer> each) {
    if (gate.ask(Action.DO_TASK).isAccepted()) {
      stores.surveys().forEach(profile.lessor(), each);
    }
  }

  private <T> Outcome<T> withCase(CaseId id, Action action, Function<RenewalCase, Outcome<T>> work) {
    RenewalRejection none = new RenewalRejection.NoSuchCase(id);
    return stores
        .unitOfWork()
        .required(
            () ->
                stores
                    .cases()
                    .find(profile.lessor(), id)
                    .map(
                        renewal ->
                            gate.ask(action, renewal.contract(), gate.today(), none)
                                .then(allowed -> tenancies.stillAsked(renewal))
                                .then(work))
                    .orElseGet(() -> gate.refuse(action, null, none)));
  }
}

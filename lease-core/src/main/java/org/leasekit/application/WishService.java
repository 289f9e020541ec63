package org.leasekit.application;

import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.leasekit.access.AccessRejection;
import org.leasekit.access.Action;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Person;
import org.leasekit.party.Wish;
import org.leasekit.party.WishRejection;
import org.leasekit.party.Wishes;
import org.leasekit.port.Stores;

/**
 * How people want to be spoken to: who wants no messages, large type, a call, another language. Staff record it for anybody, a
 * tenant, a payer and the user of a unit for themselves. A wish said twice is said once.
 *
 * <p>It holds at once, also for what is prepared: a notice that waits is sent by the wishes of the instant at which it is sent,
 * and not at all where its reader has come to want none.
 */
public final class WishService {
  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final Door door;
  private final Gate gate;
  private final People people;

  WishService(Stores stores, LessorProfile profile, InstantSource clock, Door door, Gate gate) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.door = door;
    this.gate = gate;
    this.people = new People(stores, profile);
  }

  /**
   * Records a wish, with who said it and when.
   *
   * @return all wishes of the person; rejected when the command is invalid, there is no such contract or the actor may not,
   *     with {@link AccessRejection} where the wish would be somebody else's, and with {@link WishRejection} where it makes no
   *     sense or the contract names nobody in that role
   */
  public Outcome<Wishes> record(RecordWish command) {
    return door.check(command)
        .then(
            valid ->
                change(
                    valid.contractNo(), valid.who(), valid.wish(),
                    known -> known.with(valid.wish(), said(valid.saidBy()))));
  }

  /** Takes a wish back; answers and is rejected as {@link #record} does and is. What was not wished stays so. */
  public Outcome<Wishes> withdraw(WithdrawWish command) {
    return door.check(command)
        .then(
            valid ->
                change(
                    valid.contractNo(), valid.who(), valid.wish(),
                    known -> known.without(valid.wish(), said(valid.saidBy()))));
  }

  /** What a person whom a contract names wants; nothing in particular when they have not said. Rejected as {@link #record} is. */
  public Outcome<Wishes> of(ContractNo contract, PartyRole who) {
    return stores.unitOfWork().required(() -> person(contract, who).map(people::wishes));
  }

  private Wishes.Said said(String by) {
    return new Wishes.Said(by.strip(), clock.instant());
  }

  private Outcome<Wishes> change(
      String contractNo, PartyRole who, Wish wish, UnaryOperator<Wishes> change) {
    return stores
        .unitOfWork()
        .required(
            () ->
                person(new ContractNo(contractNo.strip()), who)
                    .then(
                        person ->
                            wish.nonsense()
                                .map(why -> Outcome.<Person>rejected(why))
                                .orElseGet(() -> Outcome.accepted(person)))
                    .map(person -> changed(person, change)));
  }

  /** Two who speak of one person do so one after the other, so that neither forgets what the other has said. */
  private Wishes changed(Person person, UnaryOperator<Wishes> change) {
    stores.outbox().lockPerson(profile.lessor(), person);
    Wishes known = people.wishes(person);
    Wishes after = change.apply(known);
    if (!after.equals(known)) {
      stores.wishes().put(after);
    }
    return after;
  }

  private Outcome<Person> person(ContractNo no, PartyRole who) {
    return gate.ask(Action.RECORD_WISH, no)
        .then(
            allowed ->
                stores
                    .contracts()
                    .find(profile.lessor(), no)
                    .map(contract -> person(contract, who))
                    .orElseGet(() -> Outcome.rejected(new ContractRejection.NoSuchContract(no))));
  }

  private Outcome<Person> person(Contract contract, PartyRole who) {
    if (!isSelf(contract, who)) {
      return gate.refuse(
          Action.RECORD_WISH, contract.no(), new AccessRejection(Action.RECORD_WISH, contract.no()));
    }
    boolean nobody =
        who == PartyRole.PAYER && contract.payer() == null
            || who == PartyRole.OCCUPANT
                && contract.occupant() == null
                && contract.contactsOf(who).isEmpty();
    return nobody
        ? Outcome.rejected(new WishRejection.NobodyThere(contract.no().value(), who))
        : Outcome.accepted(contract.person(who));
  }

  /** Whether the actor is that person, or speaks for everybody. */
  private boolean isSelf(Contract contract, PartyRole who) {
    if (!gate.isTenantsSide()) {
      return true;
    }
    return switch (who) {
      case TENANT -> gate.speaksFor(contract.tenant());
      case PAYER -> gate.isRegisteredPayer();
      case OCCUPANT -> gate.isUser();
    };
  }
}

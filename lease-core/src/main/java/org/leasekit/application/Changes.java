package org.leasekit.application;

import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Change;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.UnitRef;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyRole;
import org.leasekit.party.TenantId;

/** What a command that came through the door asks to change. */
final class Changes {

  private Changes() {}

  /** The change; rejected when an amount cannot be paid in its currency. */
  static Outcome<Change> of(ContractNo no, AmendContract command) {
    if (command instanceof AmendContract.RentChange rent) {
      return exact(no, rent.monthlyRent())
          .map(amount -> new Change.RentChange(amount, text(rent.agreement())));
    }
    if (command instanceof AmendContract.Split split) {
      ContractNo other = new ContractNo(split.other().contractNo().strip());
      return exact(no, split.keptRent())
          .map(
              amount ->
                  new Change.Split(other, split.kept(), split.given(), amount, text(split.agreement())));
    }
    if (command instanceof AmendContract.MergeBack merge) {
      ContractNo other = new ContractNo(merge.otherContractNo().strip());
      return exact(no, merge.rent())
          .map(amount -> new Change.MergeBack(other, amount, text(merge.agreement())));
    }
    return Outcome.accepted(withoutAmount(command));
  }

  private static Change occupantChange(AmendContract.OccupantChange command) {
    Occupant occupant = OtherHalves.occupant(command.name(), command.badge());
    return new Change.OccupantChange(
        occupant,
        occupant == null
            ? List.of()
            : ownedBy(PartyRole.OCCUPANT, command.contacts()));
  }

  private static List<Contact> ownedBy(PartyRole owner, List<Contact> contacts) {
    return contacts.stream().map(contact -> contact.ownedBy(owner)).toList();
  }

  private static Change withoutAmount(AmendContract command) {
    if (command instanceof AmendContract.Extension extension) {
      return new Change.Extension(extension.newEndExclusive());
    }
    if (command instanceof AmendContract.PriceRules rules) {
      return new Change.PriceRules(
          rules.steps(), rules.rentFree(), rules.discounts(), text(rules.agreement()));
    }
    if (command instanceof AmendContract.IndexFigures published) {
      return new Change.IndexFigures(published.figures());
    }
    if (command instanceof AmendContract.UnitSwap swap) {
      return new Change.UnitSwap(new UnitRef(swap.project().strip(), swap.unit().strip()));
    }
    if (command instanceof AmendContract.Sublease sublease) {
      return new Change.Sublease(new TenantId(sublease.subtenant().strip()), sublease.untilExclusive());
    }
    if (command instanceof AmendContract.Assignment assignment) {
      return new Change.Assignment(
          new TenantId(assignment.tenant().strip()), ownedBy(PartyRole.TENANT, assignment.contacts()));
    }
    if (command instanceof AmendContract.ContactChange contacts) {
      return new Change.ContactChange(contacts.contacts());
    }
    if (command instanceof AmendContract.OccupantChange occupant) {
      return occupantChange(occupant);
    }
    if (command instanceof AmendContract.PayerChange paid) {
      return new Change.PayerChange(paid.payer());
    }
    if (command instanceof AmendContract.Suspension) {
      return new Change.Suspension();
    }
    if (command instanceof AmendContract.Resumption) {
      return new Change.Resumption();
    }
    if (command instanceof AmendContract.EarlyTermination termination) {
      return new Change.EarlyTermination(termination.noticeOn());
    }
    throw new IllegalStateException("unknown command: " + command);
  }

  /** The amount as the library counts it; its currency is asked about where the contract is known. */
  private static Outcome<MonetaryAmount> exact(ContractNo no, MonetaryAmount amount) {
    return OtherHalves.exact(no, amount, amount.getCurrency().getCurrencyCode());
  }

  private static String text(@Nullable String agreement) {
    return agreement == null ? "" : agreement.strip();
  }
}

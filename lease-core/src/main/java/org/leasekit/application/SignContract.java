package org.leasekit.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.Portion;
import org.leasekit.party.Contact;
import org.leasekit.party.Payer;
import org.leasekit.party.Tenant;

/**
 * A draft of a contract, signed by both sides.
 *
 * @param contractNo new
 * @param project site or project
 * @param unit name of the unit; null for a master contract
 * @param portion how much of the unit; the whole for a master contract
 * @param tenant the registered tenant, stored along with the contract
 * @param occupantName the actual user; null for none
 * @param occupantBadge what the user is known by; null for none
 * @param payer who gets the bills and pays them; null when the tenant does, or whoever pays for a master above
 * @param contacts how the tenant's side is reached, best first, may be empty
 * @param steward the responsible member of staff; null for none
 * @param start first day
 * @param endExclusive first day after the term, later than the first
 * @param monthlyRent zero or more
 * @param deposit zero or more, in the rent's currency
 * @param cycleMonths months billed at once, 1 to 120
 * @param proration code of the convention for parts of a month, see {@code billing.Prorations}
 * @param rules how the rent falls due beyond that; null for {@link ChargeRules#STANDARD}
 * @param parentContractNo the master contract above; null when it stands alone
 * @param by who signs for the lessor
 * @param evidence reference to the signed document
 */
public record SignContract(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String project,
    @Size(max = 200, message = "{org.leasekit.tooLong}") @Nullable String unit,
    @NotNull(message = "{org.leasekit.required}") Portion portion,
    @NotNull(message = "{org.leasekit.required}") Tenant tenant,
    @Size(max = 200, message = "{org.leasekit.tooLong}") @Nullable String occupantName,
    @Size(max = 64, message = "{org.leasekit.tooLong}") @Nullable String occupantBadge,
    @Nullable Payer payer,
    @NotNull(message = "{org.leasekit.required}") @Size(max = 20, message = "{org.leasekit.tooMany}")
        List<@NotNull(message = "{org.leasekit.required}") Contact> contacts,
    @Size(max = 64, message = "{org.leasekit.tooLong}") @Nullable String steward,
    @NotNull(message = "{org.leasekit.required}") LocalDate start,
    @NotNull(message = "{org.leasekit.required}") LocalDate endExclusive,
    @NotNull(message = "{org.leasekit.required}")
        @PositiveOrZero(message = "{org.leasekit.amendment.rent}")
        MonetaryAmount monthlyRent,
    @NotNull(message = "{org.leasekit.required}")
        @PositiveOrZero(message = "{org.leasekit.amendment.rent}")
        MonetaryAmount deposit,
    @Min(value = 1, message = "{org.leasekit.amendment.cycle}")
        @Max(value = 120, message = "{org.leasekit.amendment.cycle}")
        int cycleMonths,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String proration,
    @Nullable ChargeRules rules,
    @Size(max = 64, message = "{org.leasekit.tooLong}") @Nullable String parentContractNo,
    @NotBlank(message = "{org.leasekit.amendment.by}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String by,
    @NotBlank(message = "{org.leasekit.amendment.evidence}") @Size(max = 500, message = "{org.leasekit.tooLong}")
        String evidence) {

  /** A draft with {@link ChargeRules#STANDARD} and no payer beside the tenant. */
  public SignContract(
      String contractNo,
      String project,
      @Nullable String unit,
      Portion portion,
      Tenant tenant,
      @Nullable String occupantName,
      @Nullable String occupantBadge,
      List<Contact> contacts,
      @Nullable String steward,
      LocalDate start,
      LocalDate endExclusive,
      MonetaryAmount monthlyRent,
      MonetaryAmount deposit,
      int cycleMonths,
      String proration,
      @Nullable String parentContractNo,
      String by,
      String evidence) {
    this(
        contractNo, project, unit, portion, tenant, occupantName, occupantBadge, null, contacts, steward, start,
        endExclusive, monthlyRent, deposit, cycleMonths, proration, null, parentContractNo, by, evidence);
  }

  /** A draft that the tenant pays, or whoever pays for a master above. */
  public SignContract(
      String contractNo,
      String project,
      @Nullable String unit,
      Portion portion,
      Tenant tenant,
      @Nullable String occupantName,
      @Nullable String occupantBadge,
      List<Contact> contacts,
      @Nullable String steward,
      LocalDate start,
      LocalDate endExclusive,
      MonetaryAmount monthlyRent,
      MonetaryAmount deposit,
      int cycleMonths,
      String proration,
      @Nullable ChargeRules rules,
      @Nullable String parentContractNo,
      String by,
      String evidence) {
    this(
        contractNo, project, unit, portion, tenant, occupantName, occupantBadge, null, contacts, steward, start,
        endExclusive, monthlyRent, deposit, cycleMonths, proration, rules, parentContractNo, by, evidence);
  }

  /** The same draft, paid by somebody else. */
  public SignContract withPayer(@Nullable Payer other) {
    return new SignContract(
        contractNo, project, unit, portion, tenant, occupantName, occupantBadge, other, contacts, steward, start,
        endExclusive, monthlyRent, deposit, cycleMonths, proration, rules, parentContractNo, by, evidence);
  }

  /** The same draft under other rules. */
  public SignContract withRules(ChargeRules others) {
    return new SignContract(
        contractNo, project, unit, portion, tenant, occupantName, occupantBadge, payer, contacts, steward, start,
        endExclusive, monthlyRent, deposit, cycleMonths, proration, others, parentContractNo, by, evidence);
  }
}

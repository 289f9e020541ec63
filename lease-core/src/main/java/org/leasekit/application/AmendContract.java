package org.leasekit.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.Portion;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.party.Contact;
import org.leasekit.party.Payer;

/** Somebody asks to amend a contract; one kind for each kind of change. See {@code amendment.Change} for what they do. */
public sealed interface AmendContract {

  /** Which contract, from when, and on whose word. */
  Basis basis();

  /**
   * What every amendment says.
   *
   * @param contractNo number of the contract
   * @param effective first day on which the change holds, in the lessor's zone; it may lie in the past
   * @param by who asks
   * @param reason why, in their words
   * @param evidence reference to what proves it: a document, a message, a ticket
   */
  record Basis(
      @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
          String contractNo,
      @NotNull(message = "{org.leasekit.required}") LocalDate effective,
      @NotBlank(message = "{org.leasekit.amendment.by}") @Size(max = 200, message = "{org.leasekit.tooLong}")
          String by,
      @NotBlank(message = "{org.leasekit.amendment.reason}")
          @Size(max = 2000, message = "{org.leasekit.tooLong}")
          String reason,
      @NotBlank(message = "{org.leasekit.amendment.evidence}")
          @Size(max = 500, message = "{org.leasekit.tooLong}")
          String evidence) {}

  /**
   * The term ends later.
   *
   * @param newEndExclusive first day after the longer term
   */
  record Extension(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @NotNull(message = "{org.leasekit.required}") LocalDate newEndExclusive)
      implements AmendContract {}

  /**
   * The rent changes.
   *
   * @param monthlyRent zero or more, in the contract's currency
   * @param agreement reference to the signed supplementary agreement; without it the change is rejected
   */
  record RentChange(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @NotNull(message = "{org.leasekit.required}")
          @PositiveOrZero(message = "{org.leasekit.amendment.rent}")
          MonetaryAmount monthlyRent,
      @Size(max = 500, message = "{org.leasekit.tooLong}") @Nullable String agreement)
      implements AmendContract {}

  /**
   * Steps, days free of rent and discounts are agreed beside those there are; none of them begins before the effective day. A
   * step takes the place of an agreed one on its day.
   *
   * @param steps rents from a day on, of the unit of time that the contract's rules name
   * @param rentFree days that cost nothing
   * @param discounts what is taken off
   * @param agreement reference to the signed supplementary agreement; without it the change is rejected
   */
  record PriceRules(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @NotNull(message = "{org.leasekit.required}") @Size(max = 500, message = "{org.leasekit.tooMany}")
          List<ChargeRules.@NotNull(message = "{org.leasekit.required}") Step> steps,
      @NotNull(message = "{org.leasekit.required}") @Size(max = 500, message = "{org.leasekit.tooMany}")
          List<@NotNull(message = "{org.leasekit.required}") DateRange> rentFree,
      @NotNull(message = "{org.leasekit.required}") @Size(max = 500, message = "{org.leasekit.tooMany}")
          List<ChargeRules.@NotNull(message = "{org.leasekit.required}") Reduction> discounts,
      @Size(max = 500, message = "{org.leasekit.tooLong}") @Nullable String agreement)
      implements AmendContract {}

  /**
   * Figures of the series that the rent is indexed by are published. Reviews on the effective day and after it look at them.
   *
   * @param figures by month; they replace those of the same month
   */
  record IndexFigures(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @NotNull(message = "{org.leasekit.required}") @Size(max = 500, message = "{org.leasekit.tooMany}")
          Map<
                  @NotNull(message = "{org.leasekit.required}") YearMonth,
                  @NotNull(message = "{org.leasekit.required}")
                  @Positive(message = "{org.leasekit.amendment.figure}") BigDecimal>
              figures)
      implements AmendContract {}

  /**
   * Another unit (调换车位).
   *
   * @param project where the unit lies, the contract's own project
   * @param unit its name
   */
  record UnitSwap(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
          String project,
      @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
          String unit)
      implements AmendContract {}

  /**
   * A part of the unit goes to a new contract (合租拆分), which is signed along with it, below the same master.
   *
   * @param kept what this contract keeps
   * @param given what the new one gets; both together are what this one had
   * @param keptRent monthly rent from then on; where it changes, an agreement is needed
   * @param agreement reference to the signed supplementary agreement
   * @param other the new contract
   */
  record Split(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @NotNull(message = "{org.leasekit.required}") Portion kept,
      @NotNull(message = "{org.leasekit.required}") Portion given,
      @NotNull(message = "{org.leasekit.required}")
          @PositiveOrZero(message = "{org.leasekit.amendment.rent}")
          MonetaryAmount keptRent,
      @Size(max = 500, message = "{org.leasekit.tooLong}") @Nullable String agreement,
      @Valid @NotNull(message = "{org.leasekit.required}") OtherHalf other)
      implements AmendContract {}

  /**
   * Whoever takes the part that is split off. Project, unit, steward, billing cycle and proration are those of the
   * contract that is split.
   *
   * @param contractNo new
   * @param tenant registered already
   * @param occupantName the actual user; null for none
   * @param occupantBadge what the user is known by; null for none
   * @param monthlyRent zero or more, in the currency of the contract that is split
   * @param deposit zero or more, in the same currency
   * @param endExclusive first day after the term; null for the end of the contract that is split
   */
  record OtherHalf(
      @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
          String contractNo,
      @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
          String tenant,
      @Size(max = 200, message = "{org.leasekit.tooLong}") @Nullable String occupantName,
      @Size(max = 64, message = "{org.leasekit.tooLong}") @Nullable String occupantBadge,
      @NotNull(message = "{org.leasekit.required}") @Size(max = 20, message = "{org.leasekit.tooMany}")
          List<@NotNull(message = "{org.leasekit.required}") Contact> contacts,
      @NotNull(message = "{org.leasekit.required}")
          @PositiveOrZero(message = "{org.leasekit.amendment.rent}")
          MonetaryAmount monthlyRent,
      @NotNull(message = "{org.leasekit.required}")
          @PositiveOrZero(message = "{org.leasekit.amendment.rent}")
          MonetaryAmount deposit,
      @Nullable LocalDate endExclusive) {}

  /**
   * The part that was split off comes back; the contract that had it ends.
   *
   * @param otherContractNo the contract that had taken it
   * @param rent monthly rent from then on; where it changes, an agreement is needed
   * @param agreement reference to the signed supplementary agreement
   */
  record MergeBack(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
          String otherContractNo,
      @NotNull(message = "{org.leasekit.required}")
          @PositiveOrZero(message = "{org.leasekit.amendment.rent}")
          MonetaryAmount rent,
      @Size(max = 500, message = "{org.leasekit.tooLong}") @Nullable String agreement)
      implements AmendContract {}

  /**
   * The tenant lets to somebody else and goes on owing (转租).
   *
   * @param subtenant registered already
   * @param untilExclusive first day after the sublease
   */
  record Sublease(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
          String subtenant,
      @NotNull(message = "{org.leasekit.required}") LocalDate untilExclusive)
      implements AmendContract {}

  /**
   * Another tenant takes over and owes from then on; the contacts of the one before are the contract's no longer.
   *
   * @param tenant registered already
   * @param contacts all there are of the new tenant's, best first; they count as the tenant's whoever they say they belong to
   */
  record Assignment(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
          String tenant,
      @NotNull(message = "{org.leasekit.required}") @Size(max = 20, message = "{org.leasekit.tooMany}")
          List<@NotNull(message = "{org.leasekit.required}") Contact> contacts)
      implements AmendContract {

    /** A tenant of whom no contact is known. */
    public Assignment(Basis basis, String tenant) {
      this(basis, tenant, List.of());
    }
  }

  /**
   * The tenant's side is reached otherwise. The tenant's own contacts become those that are listed; the actual user's too
   * where any is listed, and stay as they are where none is.
   *
   * @param contacts best first, may be empty
   */
  record ContactChange(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @NotNull(message = "{org.leasekit.required}") @Size(max = 20, message = "{org.leasekit.tooMany}")
          List<@NotNull(message = "{org.leasekit.required}") Contact> contacts)
      implements AmendContract {}

  /**
   * Somebody else is the actual user, or the same is reached otherwise.
   *
   * @param name null when the tenant names none any more
   * @param badge plate or badge; null for none
   * @param contacts all there are of the user's, best first; they count as the user's whoever they say they belong to, and for
   *     nothing without a name
   */
  record OccupantChange(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @Size(max = 200, message = "{org.leasekit.tooLong}") @Nullable String name,
      @Size(max = 64, message = "{org.leasekit.tooLong}") @Nullable String badge,
      @NotNull(message = "{org.leasekit.required}") @Size(max = 20, message = "{org.leasekit.tooMany}")
          List<@NotNull(message = "{org.leasekit.required}") Contact> contacts)
      implements AmendContract {

    /** A user of whom no contact is known. */
    public OccupantChange(Basis basis, @Nullable String name, @Nullable String badge) {
      this(basis, name, badge, List.of());
    }
  }

  /**
   * Somebody else gets the bills and pays them; the tenant goes on owing.
   *
   * @param payer null when the tenant pays again, or whoever pays for a master above
   */
  record PayerChange(@Valid @NotNull(message = "{org.leasekit.required}") Basis basis, @Nullable Payer payer)
      implements AmendContract {}

  /** The lease rests (暂停) until it is resumed. */
  record Suspension(@Valid @NotNull(message = "{org.leasekit.required}") Basis basis)
      implements AmendContract {}

  /** The lease goes on after a suspension. */
  record Resumption(@Valid @NotNull(message = "{org.leasekit.required}") Basis basis)
      implements AmendContract {}

  /**
   * The lease ends before the end of its term (退租), on the day before {@code effective}.
   *
   * @param noticeOn day on which notice was given
   * @param subs what becomes of running sub-contracts, when the contract is a master
   */
  record EarlyTermination(
      @Valid @NotNull(message = "{org.leasekit.required}") Basis basis,
      @NotNull(message = "{org.leasekit.required}") LocalDate noticeOn,
      @NotNull(message = "{org.leasekit.required}") SubsAtEnd subs)
      implements AmendContract {}
}

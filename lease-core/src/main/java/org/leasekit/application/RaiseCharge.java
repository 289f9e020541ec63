package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.leasekit.billing.OneOffCharge;

/**
 * Raises a charge once, such as damage, a lost key or cleaning.
 *
 * @param chargeId the caller's own, unique for the lessor; the same command again changes nothing
 * @param contractNo who is charged
 * @param kind what it is for, such as {@code DAMAGE}; it names the charge
 * @param amount above zero, in the contract's currency; with the contract's tax in it or without, as that is agreed
 * @param owedOn the day on which it is owed; it is due then, or as the lessor's calendar moves that day
 * @param reason why
 * @param evidence where the grounds are kept, may be empty
 * @param raisedBy who raises it
 */
public record RaiseCharge(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = OneOffCharge.LONGEST_ID, message = "{org.leasekit.tooLong}")
        String chargeId,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = OneOffCharge.LONGEST_KIND, message = "{org.leasekit.tooLong}")
        String kind,
    @NotNull(message = "{org.leasekit.required}") MonetaryAmount amount,
    @NotNull(message = "{org.leasekit.required}") LocalDate owedOn,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String reason,
    @NotNull(message = "{org.leasekit.required}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String evidence,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String raisedBy) {}

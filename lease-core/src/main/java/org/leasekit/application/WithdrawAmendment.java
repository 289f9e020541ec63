package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * Somebody takes an amendment back: from now on it is known not to hold.
 *
 * @param contractNo number of the contract
 * @param number of the amendment in the record of the contract, counted from 1
 * @param by who asks
 * @param reason why, in their words
 * @param evidence reference to what proves it
 */
public record WithdrawAmendment(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @Positive(message = "{org.leasekit.positive}") int number,
    @NotBlank(message = "{org.leasekit.amendment.by}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String by,
    @NotBlank(message = "{org.leasekit.amendment.reason}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String reason,
    @NotBlank(message = "{org.leasekit.amendment.evidence}") @Size(max = 500, message = "{org.leasekit.tooLong}")
        String evidence) {}

package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * Somebody takes a planned move back before its day.
 *
 * @param contractNo number of the contract that was going to move
 * @param number of the plan in the record of the contract, counted from 1
 * @param by who asks
 * @param reason why, in their words
 * @param evidence reference to what proves it
 */
public record WithdrawMove(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @Positive(message = "{org.leasekit.positive}") int number,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String by,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 1000, message = "{org.leasekit.tooLong}")
        String reason,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 500, message = "{org.leasekit.tooLong}")
        String evidence) {}

package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import javax.money.MonetaryAmount;

/**
 * The payment provider reports money received.
 *
 * @param paymentId the provider's own number of the payment; a second report of it changes nothing, and of another amount
 *     or reference under that number is refused
 * @param reference what was paid for: the id of a renewal case, or a contract number
 * @param amount more than zero, at most as many decimals as its currency has
 */
public record ReceivePayment(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 128, message = "{org.leasekit.tooLong}")
        String paymentId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String reference,
    @NotNull(message = "{org.leasekit.required}")
        @Positive(message = "{org.leasekit.positive}")
        MonetaryAmount amount) {}

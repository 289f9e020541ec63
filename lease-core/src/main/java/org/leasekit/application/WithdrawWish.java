package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Wish;

/**
 * Somebody on a contract does not want something any more of how they are spoken to.
 *
 * @param contractNo a contract that names the person
 * @param who what the person is to it; wishes are the person's, in all contracts
 * @param saidBy who said so, and to whom where that matters
 */
public record WithdrawWish(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @NotNull(message = "{org.leasekit.required}") PartyRole who,
    @NotNull(message = "{org.leasekit.required}") Wish wish,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String saidBy) {}

package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.leasekit.settlement.ItemCode;

/**
 * Nobody has to see to an item of a checklist.
 *
 * @param contractNo whose settlement it is
 * @param item which one
 * @param by who says so
 * @param reason why
 * @param evidence where the proof is kept, may be empty
 */
public record WaiveItem(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @NotNull(message = "{org.leasekit.required}") ItemCode item,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String by,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String reason,
    @NotNull(message = "{org.leasekit.required}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String evidence) {}

package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.servicedesk.Impact;
import org.leasekit.servicedesk.Urgency;

/**
 * Somebody reports a fault.
 *
 * @param requestId given by whoever takes it in; reporting the same twice is reporting it once
 * @param assetId what is broken
 * @param siteId where it stands
 * @param place where on the site, in the reporter's words
 * @param faultKind what kind of fault, by the lessor's code
 * @param impact how much it hurts
 * @param urgency how fast it grows
 * @param description in the reporter's words; null for none
 * @param photos references to pictures that the host keeps, at least one
 * @param contractNo the lease it belongs to; null when it belongs to none
 * @param reporter the tenant who reports it; null when staff does
 */
public record ReportFault(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String requestId,
    @NotBlank(message = "{org.leasekit.servicedesk.asset}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String assetId,
    @NotBlank(message = "{org.leasekit.servicedesk.site}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String siteId,
    @NotBlank(message = "{org.leasekit.servicedesk.place}")
        @Size(max = 200, message = "{org.leasekit.tooLong}")
        String place,
    @NotBlank(message = "{org.leasekit.servicedesk.fault}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String faultKind,
    @NotNull(message = "{org.leasekit.required}") Impact impact,
    @NotNull(message = "{org.leasekit.required}") Urgency urgency,
    @Size(max = 2000, message = "{org.leasekit.tooLong}") @Nullable String description,
    @NotEmpty(message = "{org.leasekit.servicedesk.photo}")
        @Size(max = 20, message = "{org.leasekit.tooMany}")
        List<
                @NotBlank(message = "{org.leasekit.required}")
                @Size(max = 500, message = "{org.leasekit.tooLong}") String>
            photos,
    @Size(max = 64, message = "{org.leasekit.tooLong}") @Nullable String contractNo,
    @Size(max = 64, message = "{org.leasekit.tooLong}") @Nullable String reporter) {}

package org.leasekit.application;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A technician's telephone says that they are there.
 *
 * @param requestId the request
 * @param technician who checks in
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 * @param accuracyMetres radius of the circle in which the telephone really is
 * @param deviceAt when the position was measured, by the telephone's clock
 * @param sentAt when it was sent, by the same clock
 * @param simulated true when the telephone itself says that the position is made up
 */
public record CheckInOnSite(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String requestId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String technician,
    @DecimalMin(value = "-90", message = "{org.leasekit.servicedesk.position}")
        @DecimalMax(value = "90", message = "{org.leasekit.servicedesk.position}")
        double latitude,
    @DecimalMin(value = "-180", message = "{org.leasekit.servicedesk.position}")
        @DecimalMax(value = "180", message = "{org.leasekit.servicedesk.position}")
        double longitude,
    @PositiveOrZero(message = "{org.leasekit.servicedesk.accuracy}") double accuracyMetres,
    @NotNull(message = "{org.leasekit.required}") Instant deviceAt,
    @NotNull(message = "{org.leasekit.required}") Instant sentAt,
    boolean simulated) {}

/**
 * What both directions share: signatures of webhooks and personal renewal links.
 *
 * <p>{@code org.leasekit.http.outbound} sends messages, {@code org.leasekit.http.inbound} answers tenants and
 * providers. Secrets are taken as arguments and never printed.
 */
@NullMarked
package org.leasekit.http;

import org.jspecify.annotations.NullMarked;

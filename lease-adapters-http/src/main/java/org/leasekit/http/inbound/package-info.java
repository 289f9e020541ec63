/**
 * What tenants and providers call: the renewal page, callbacks of payment and signature, an OpenAPI document.
 * {@link org.leasekit.http.inbound.LeaseKitResources} wires it for any Jakarta REST container.
 *
 * <p>What travels has types of its own; nothing of the domain is serialised. Answers carry their bytes and
 * their media type ready-made, whatever the request accepts, so that the host's message body writers play no part.
 */
@NullMarked
package org.leasekit.http.inbound;

import org.jspecify.annotations.NullMarked;

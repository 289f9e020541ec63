/** Gateways, webhooks and the renewal page of leasekit over HTTP. */
@NullMarked
package org.leasekit.http;

import org.jspecify.annotations.NullMarked;

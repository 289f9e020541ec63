/**
 * The renewal of one contract: case, proposal and offer, prices, notices, touches and tasks, as pure decisions.
 */
@NullMarked
package org.leasekit.renewal;

import org.jspecify.annotations.NullMarked;

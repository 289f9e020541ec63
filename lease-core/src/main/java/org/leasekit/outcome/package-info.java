/**
 * Ground floor: how a decision answers. A business rejection is a value that names its rule and its data; an exception is a fault.
 */
@NullMarked
package org.leasekit.outcome;

import org.jspecify.annotations.NullMarked;

/** Spreadsheets and bank statements behind the ports of leasekit. */
@NullMarked
package org.leasekit.files;

import org.jspecify.annotations.NullMarked;

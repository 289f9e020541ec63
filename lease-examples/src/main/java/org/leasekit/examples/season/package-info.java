/**
 * Renewal seasons of any business: a spreadsheet goes in, a season is run on a settable clock with simulated tenants,
 * and what was recorded comes out. Which business it is, its stages, prices, add-ons and discounts are data: {@code
 * Business} reads them from the folder of that name beside this one.
 *
 * <p>{@code Season} tells the story. The library does its part behind {@code Office}; tenants, stewards
 * and the providers of messages, payments and signatures are simulated here, outside the library, and
 * talk to it the way real ones would: over HTTP and through the public API.
 */
@NullMarked
package org.leasekit.examples.season;

import org.jspecify.annotations.NullMarked;

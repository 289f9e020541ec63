package org.leasekit.application;

import java.util.Locale;

/**
 * How one person is written to.
 *
 * @param plain in short sentences
 * @param largeType with links to pages in large type
 */
record Manner(Locale language, boolean plain, boolean largeType) {}

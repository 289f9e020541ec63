/** Contract tests for whoever implements a port of leasekit. */
module org.leasekit.testkit {
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.leasekit.core;
    requires static transitive org.jspecify;

    exports org.leasekit.testkit;

    // JUnit finds and calls the tests by reflection.
    opens org.leasekit.testkit;
}

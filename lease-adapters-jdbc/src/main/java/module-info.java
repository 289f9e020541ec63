/** The storage ports of leasekit on a relational database. */
module org.leasekit.jdbc {
    requires transitive java.sql;
    requires transitive org.leasekit.core;
    requires flyway.core;
    requires org.jdbi.v3.core;
    requires static com.h2database;
    requires static transitive org.jspecify;

    exports org.leasekit.jdbc;
    // H2 makes an instance of its trigger.
    exports org.leasekit.jdbc.h2 to com.h2database;
}

/** The storage ports of leasekit on a relational database. */
module org.leasekit.jdbc {
    requires transitive java.sql;
    requires transitive org.leasekit.core;
    requires flyway.core;
    requires org.jdbi.v3.core;
    requires static transitive org.jspecify;

    exports org.leasekit.jdbc;
}

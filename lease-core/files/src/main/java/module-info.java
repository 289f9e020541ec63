/** Spreadsheets and bank statements behind the ports of leasekit. */
module org.leasekit.files {
    requires transitive org.leasekit.core;
    requires de.siegmar.fastcsv;
    requires org.dhatim.fastexcel.reader;
    requires static transitive org.jspecify;

    exports org.leasekit.files;
}

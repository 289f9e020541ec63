package org.leasekit.examples;

/** Tells the stories; the first argument names one. */
public final class Main {
    private Main() {}

    /**
     * Runs the story that the first argument names.
     *
     * @param args the name of a story and its options
     */
    public static void main(String[] args) {
        System.out.println("leasekit");
    }
}

package org.hathor.gateway;

/** Ends the reading of one event. It never leaves this package, and has no stack trace because it is no surprise. */
final class Refused extends RuntimeException {
    private final transient Fault fault;

    Refused(RejectionCode code, String field, String message) {
        this(new Fault(code, field, message));
    }

    Refused(Fault fault) {
        super(fault.message(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}

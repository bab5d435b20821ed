package org.hathor.warehouse;

/** ClickHouse did not do what it was asked: it was away, or it refused. */
public final class WarehouseException extends RuntimeException {
    private final boolean retryable;

    private WarehouseException(String message, Throwable cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Nothing answered, or an answer said "not now"; the same request may succeed later. */
    static WarehouseException unavailable(String message, Throwable cause) {
        return new WarehouseException(message, cause, true);
    }

    /** The request itself was refused; sending it again will not help. */
    static WarehouseException refused(String message, Throwable cause) {
        return new WarehouseException(message, cause, false);
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}

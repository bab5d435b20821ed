package org.hathor.importers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;

/** Carries events between workers in their contract's own encoding. */
final class ContractCoder<T extends SpecificRecordBase> extends CustomCoder<T> {
    private static final long serialVersionUID = 1;
    private static final Coder<byte[]> BYTES = ByteArrayCoder.of();

    private final Class<T> type;

    private ContractCoder(Class<T> type) {
        this.type = type;
    }

    static <T extends SpecificRecordBase> ContractCoder<T> of(Contract<T> contract) {
        return new ContractCoder<>(contract.type());
    }

    @Override
    public void encode(T event, OutputStream out) throws IOException {
        BYTES.encode(Contracts.of(type).encode(event), out);
    }

    @Override
    public T decode(InputStream in) throws IOException {
        return Contracts.of(type).decode(BYTES.decode(in));
    }

    /** One event has one encoding, so that grouping by it is sound. */
    @Override
    public void verifyDeterministic() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof ContractCoder<?> coder && coder.type.equals(type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }
}

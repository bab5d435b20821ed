package org.hathor.streaming.livecounts;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.hathor.streaming.records.RecordSerializer;
import org.hathor.streaming.records.RecordTypeInformation;
import org.hathor.streaming.records.Text;

/**
 * A track's audience gaining or losing one listener, or being looked at again.
 *
 * @param trackId the track
 * @param artistId its artist, null where unknown
 * @param change 1, -1, or 0 to have its present count published once more
 */
record Attendance(String trackId, String artistId, int change) {
    static final RecordTypeInformation<Attendance> TYPE =
            new RecordTypeInformation<>(Attendance.class, new Serializer());

    static final class Serializer extends RecordSerializer<Attendance> {
        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Attendance attendance, DataOutputView out) throws IOException {
            Text.write(attendance.trackId, out);
            Text.write(attendance.artistId, out);
            out.writeByte(attendance.change);
        }

        @Override
        protected Attendance read(DataInputView in) throws IOException {
            return new Attendance(Text.read(in), Text.read(in), in.readByte());
        }

        @Override
        public TypeSerializerSnapshot<Attendance> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Flink makes it by reflection. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<Attendance> {
            public Snapshot() {
                super(Serializer::new);
            }
        }
    }
}

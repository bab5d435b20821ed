package org.hathor.audio.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.hathor.audio.Pcm;
import org.hathor.audio.reading.UnreadableAudioException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {
    private static final ReadingLimits LIMITS = ReadingLimits.standard();

    @TempDir
    Path folder;

    @AfterEach
    void noProcessIsLeft() {
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void whatIsNoFileIsToldFromWhatIsNoAudio() throws IOException {
        assertThat(reason(folder.resolve("missing.mp3"))).isEqualTo(Reason.MISSING);
        assertThat(reason(folder)).isEqualTo(Reason.NOT_A_FILE);
        assertThat(reason(Path.of("/dev/zero"))).isEqualTo(Reason.NOT_A_FILE);
        assertThat(reason(Files.createSymbolicLink(folder.resolve("link.wav"), Path.of("/dev/zero"))))
                .isEqualTo(Reason.NOT_A_FILE);
        assertThat(reason(Files.createFile(folder.resolve("empty.mp3")))).isEqualTo(Reason.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notes.mp3   | Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
                "page.flac   | <html><body>404 not found</body></html>",
                "data.json   | {\"title\": \"a song\"}",
                "list.m3u8   | #EXTM3U~#EXTINF:10,~SOUND~#EXT-X-ENDLIST",
                "list2.mp3   | #EXTM3U~#EXTINF:10,~SOUND~#EXT-X-ENDLIST",
                "list3.m3u8  | #EXTM3U~#EXTINF:10,~http://127.0.0.1:1/a.ts~#EXT-X-ENDLIST",
                "list.ffconcat | ffconcat version 1.0~file SOUND",
                "list4.wav   | ffconcat version 1.0~file file:SOUND",
                "list.pls    | [playlist]~File1=SOUND~NumberOfEntries=1",
                "call.sdp    | v=0~o=- 0 0 IN IP4 127.0.0.1~s=x~c=IN IP4 127.0.0.1~t=0 0~m=audio 9 RTP/AVP 0",
                "manifest.mpd | <?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"/>",
                "protocol.mp3 | concat:SOUND",
            })
    void textAndPlaylistsAreNoAudioAndOpenNothing(String name, String text) throws IOException {
        Path sound = RecordingMaker.write(RecordingMaker.tones(1, 22_050, 1), folder, "sound", AudioEncoding.WAV);
        String content = text.replace("SOUND", sound.toString()).replace('~', '\n') + "\n";
        assertThat(reason(Files.writeString(folder.resolve(name), content))).isEqualTo(Reason.NOT_AUDIO);
    }

    @Test
    void picturesAndSilentFilmsAreNoAudio() throws IOException {
        List<String> picture = List.of("-f", "lavfi", "-i", "testsrc=duration=1", "-frames:v", "1");
        List<String> film = List.of("-f", "lavfi", "-i", "testsrc=duration=1");
        assertThat(reason(RecordingMaker.run(folder.resolve("a.jpg"), picture))).isEqualTo(Reason.NOT_AUDIO);
        Path png = RecordingMaker.run(folder.resolve("a.png"), picture);
        assertThat(reason(Files.move(png, folder.resolve("a.mp3")))).isEqualTo(Reason.NOT_AUDIO);
        assertThat(reason(RecordingMaker.run(folder.resolve("a.mp4"), film))).isEqualTo(Reason.NOT_AUDIO);
        assertThat(reason(RecordingMaker.run(folder.resolve("a.mkv"), film))).isEqualTo(Reason.NOT_AUDIO);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void noiseIsNoAudio(int seed) throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(seed).nextBytes(bytes);
        assertThat(reason(Files.write(folder.resolve("noise.mp3"), bytes))).isIn(Reason.NOT_AUDIO, Reason.CORRUPT);
    }

    @Test
    void aContainerWithoutSamplesIsEmpty() {
        Pcm nothing = Pcm.mono(new float[0], 44_100);
        assertThat(reason(RecordingMaker.write(nothing, folder, "none", AudioEncoding.WAV)))
                .isEqualTo(Reason.EMPTY);
        assertThat(reason(RecordingMaker.write(nothing, folder, "none", AudioEncoding.FLAC)))
                .isEqualTo(Reason.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(names = {"WAV", "WAV_FLOAT", "FLAC", "MP3", "AAC"})
    void aFileCutInTheMiddleIsCorrupt(AudioEncoding encoding) throws IOException {
        Path whole = RecordingMaker.write(RecordingMaker.tones(4, 44_100, 2), folder, "whole", encoding);
        assertThat(reason(RecordingMaker.cut(whole, 0.5))).isEqualTo(Reason.CORRUPT);
    }

    /** An Ogg page does not say how many follow: what is there is a shorter recording. */
    @ParameterizedTest
    @EnumSource(names = {"VORBIS", "OPUS"})
    void aCutOggIsAShorterRecording(AudioEncoding encoding) throws IOException {
        Path whole = RecordingMaker.write(RecordingMaker.tones(8, 48_000, 2), folder, "whole", encoding);
        Pcm read = reader(LIMITS).read(RecordingMaker.cut(whole, 0.5), AudioFormat.asRecorded());
        assertThat(read.seconds()).isBetween(2.0, 6.0);
    }

    @Test
    void aScratchIsToleratedAndAHoleIsNot() throws IOException {
        Path flac = RecordingMaker.write(RecordingMaker.tones(20, 44_100, 2), folder, "disc", AudioEncoding.FLAC);
        byte[] bytes = Files.readAllBytes(flac);
        bytes[bytes.length / 2] ^= 0x55;
        assertThat(reader(LIMITS)
                        .read(Files.write(flac, bytes), AudioFormat.asRecorded())
                        .seconds())
                .isBetween(19.0, 20.0);
        new Random(1).nextBytes(bytes);
        byte[] intact = Files.readAllBytes(flac);
        System.arraycopy(bytes, bytes.length / 2, intact, bytes.length / 2, bytes.length / 5);
        assertThat(reason(Files.write(flac, intact))).isEqualTo(Reason.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 1e20f})
    void samplesThatAreNoSoundAreCorrupt(float sample) {
        Pcm pcm = RecordingMaker.tones(1, 22_050, 1);
        pcm.channels()[0][5000] = sample;
        Path file = RecordingMaker.write(pcm, folder, "wild", AudioEncoding.WAV_FLOAT);
        assertThat(reason(file)).isEqualTo(Reason.CORRUPT);
    }

    @ParameterizedTest
    @CsvSource({"0, true", ".00006, true", ".0005, false"})
    void silenceIsToldFromAQuietTone(float amplitude, boolean silent) {
        Pcm pcm = RecordingMaker.tones(1, 22_050, 1);
        for (int i = 0; i < pcm.length(); i++) {
            pcm.channels()[0][i] = amplitude * (float) Math.sin(i * 0.1);
        }
        Path file = RecordingMaker.write(pcm, folder, "quiet", AudioEncoding.WAV_FLOAT);
        if (silent) {
            assertThat(reason(file)).isEqualTo(Reason.SILENT);
        } else {
            assertThat(reader(LIMITS).read(file, AudioFormat.mono(22_050)).length())
                    .isEqualTo(22_050);
        }
    }

    @Test
    void aBombOfSilenceIsCutOffAtTheLengthLimit() throws IOException {
        Path bomb = RecordingMaker.run(
                folder.resolve("bomb.flac"), List.of("-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "7200"));
        assertThat(Files.size(bomb)).isLessThan(7200 * 8000 * 2 / 50);
        ReadingLimits five = LIMITS.withLengthMax(Duration.ofMinutes(5));
        assertThat(reason(bomb, five)).isEqualTo(Reason.TOO_LONG);
        // Where length were no matter, time would be.
        ReadingLimits hurried = LIMITS.withLengthMax(Duration.ofHours(20)).withCpuMax(Duration.ofSeconds(1));
        assertThat(reason(bomb, hurried)).isEqualTo(Reason.TOO_SLOW);
        ReadingLimits impatient = LIMITS.withLengthMax(Duration.ofHours(20)).withWaitMax(Duration.ofMillis(100));
        assertThat(reason(bomb, impatient)).isEqualTo(Reason.TOO_SLOW);
    }

    @Test
    void sizeAndLengthHaveTheirLimits() {
        Path file = RecordingMaker.write(RecordingMaker.tones(3, 22_050, 1), folder, "tone", AudioEncoding.WAV);
        assertThat(reason(file, LIMITS.withFileBytesMax(100_000))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(file, LIMITS.withLengthMax(Duration.ofMillis(2_900)))).isEqualTo(Reason.TOO_LONG);
        assertThat(reader(LIMITS.withLengthMax(Duration.ofSeconds(3)))
                        .read(file, AudioFormat.mono(22_050))
                        .seconds())
                .isEqualTo(3);
    }

    /** A Monkey's Audio header of 76 bytes that announces twenty million frames, 32 bytes of table each. */
    @Test
    void aHeaderThatAsksForTooMuchMemoryIsRefused() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(76).order(ByteOrder.LITTLE_ENDIAN);
        header.put("MAC ".getBytes()).putShort((short) 3990).putShort((short) 0);
        header.putInt(52)
                .putInt(24)
                .putInt(80_000_000)
                .putInt(0)
                .putInt(1 << 30)
                .putInt(0)
                .putInt(0);
        header.put(new byte[16]);
        header.putShort((short) 2000)
                .putShort((short) 0)
                .putInt(73_728)
                .putInt(1000)
                .putInt(20_000_000);
        header.putShort((short) 16).putShort((short) 2).putInt(44_100);
        Path file = folder.resolve("greedy.ape");
        Files.write(file, header.array());
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200_000_000);
        }
        assertThat(reason(file)).isEqualTo(Reason.OUT_OF_MEMORY);
    }

    @Test
    void aMessageNamesTheFileAndWhatToDoInOneLine() {
        assertThatThrownBy(() -> reader(LIMITS).read(folder.resolve("a\nb.mp3"), AudioFormat.mono(22_050)))
                .isInstanceOf(UnreadableAudioException.class)
                .hasMessageContaining("a?b.mp3: there is no such file; check the path")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/false", "/bin/ls"})
    void aBrokenFfmpegIsNoFaultOfTheFile(String program) {
        Path file = RecordingMaker.write(RecordingMaker.tones(1, 22_050, 1), folder, "fine", AudioEncoding.WAV);
        AudioReader broken = new AudioReader(new Ffmpeg(Path.of(program)), LIMITS);
        assertThatThrownBy(() -> broken.read(file, AudioFormat.mono(22_050)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not start");
    }

    private Reason reason(Path file) {
        return reason(file, LIMITS);
    }

    private Reason reason(Path file, ReadingLimits limits) {
        UnreadableAudioException refusal = catchThrowableOfType(
                UnreadableAudioException.class, () -> reader(limits).read(file, AudioFormat.mono(22_050)));
        assertThat(refusal).as("refusal of %s", file.getFileName()).isNotNull();
        return refusal.reason();
    }

    private static AudioReader reader(ReadingLimits limits) {
        return new AudioReader(RecordingMaker.FFMPEG, limits);
    }
}

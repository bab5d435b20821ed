package org.hathor.engines;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A Kafka broker that is its own controller (KRaft), in a JVM of its own.
 *
 * <p>Records carry the broker's time, not the producer's ({@code LogAppendTime}): retention then counts from the
 * arrival, and a replay of years-old listens is not deleted before anyone has read it. When something happened is a
 * field of the event.
 */
public final class KafkaEngine implements Engine {
    static final int USUAL_PORT = 9092;

    private static final int CONTROLLER_PORT = 9093;
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final int PROBE_TIMEOUT_MS = 2000;
    private static final short API_VERSIONS = 18;

    private final EngineProcess process;
    private final int port;

    private KafkaEngine(EngineProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static KafkaEngine start(Site site, int usualPort) {
        int usualControllerPort = usualPort == 0 ? 0 : CONTROLLER_PORT;
        Launch launch = Launch.of(
                site,
                "kafka",
                usualPort,
                START_MAX,
                port -> command(site, port, site.ports().choose("kafka-controller", usualControllerPort)),
                KafkaEngine::answersApiVersions);
        return new KafkaEngine(launch.process(), launch.port());
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String address() {
        return bootstrap();
    }

    @Override
    public EngineProcess process() {
        return process;
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    private static ChildCommand command(Site site, int port, int controllerPort) {
        Path home = site.data().resolve("kafka");
        Path file = home.resolve("server.properties");
        try {
            Folders.createPrivate(home);
            Files.writeString(file, settings(home.resolve("log"), port, controllerPort));
        } catch (IOException e) {
            throw new EngineException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
        String classPath = site.distribution().kafkaClassPath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms96m",
                "-Xmx384m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MaxDirectMemorySize=128m",
                "-Djava.net.preferIPv4Stack=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"));
        command.addAll(ClassArchive.flags(site.distribution().unpacked(), "kafka", classPath));
        command.addAll(List.of("-cp", classPath, KafkaBroker.class.getName(), file.toString()));
        return ChildCommand.of("kafka", command);
    }

    private static String settings(Path log, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                log.message.timestamp.type=LogAppendTime
                message.max.bytes=8388608
                # One broker: every internal topic has one copy, and few partitions.
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                transaction.max.timeout.ms=3600000
                # A broker that was killed is back as soon as it is started again.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                # Small enough for a laptop.
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                log.cleaner.dedupe.buffer.size=16777216
                log.index.size.max.bytes=2097152
                """
                .formatted(port, controllerPort, log);
    }

    /** The first thing that every client asks a broker: which requests it knows. */
    private static boolean answersApiVersions(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PROBE_TIMEOUT_MS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_TIMEOUT_MS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            int correlation = 1;
            out.writeInt(10);
            out.writeShort(API_VERSIONS);
            out.writeShort(0);
            out.writeInt(correlation);
            out.writeShort(-1);
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readInt();
            return in.readInt() == correlation && in.readShort() == 0;
        }
    }
}

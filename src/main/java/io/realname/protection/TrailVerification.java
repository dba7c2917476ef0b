package io.realname.protection;

import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Verifies that a stream is as the program wrote it. It does not compare the stream with the tables of the
 * applications.
 */
@Service
public class TrailVerification {

    private final AuditStreams streams;
    private final TrailMacs macs;

    TrailVerification(AuditStreams streams, TrailMacs macs) {
        this.streams = streams;
        this.macs = macs;
    }

    public TrailVerdict verify(UUID application) {
        StoredStream stream = streams.read(application);
        StoredStream.Head head = stream.head();
        if (head == null || stream.entries().isEmpty()) {
            return broken(TrailFault.STREAM_MISSING, 0);
        }
        byte[] seal = macs.sealOfNothing(application);
        int last = 0;
        for (StoredStream.Row entry : stream.entries()) {
            int number = last + 1;
            if (entry.number() != number) {
                return entry.number() > number
                        ? broken(TrailFault.MISSING, number)
                        : broken(TrailFault.ALTERED, entry.number());
            }
            if (!isWritten(application, seal, number, entry)) {
                return broken(faultOf(application, entry, stream.entries()), number);
            }
            seal = macs.seal(application, number, entry.mac());
            last = number;
        }
        return head.length() == last && MessageDigest.isEqual(head.seal(), seal)
                ? new TrailVerdict.Intact(last)
                : broken(TrailFault.CUT_TAIL, last + 1);
    }

    private boolean isWritten(UUID application, byte[] sealBefore, int number, StoredStream.Row entry) {
        return entry.facts()
                .map(facts ->
                        macs.entry(application, sealBefore, number, entry.at(), entry.event(), entry.actor(), facts))
                .filter(mac -> MessageDigest.isEqual(mac, entry.mac()))
                .isPresent();
    }

    /**
     * If an entry's hash fits at another position of its stream, the entry was moved. If it fits at no position, the
     * entry was altered or inserted.
     */
    private TrailFault faultOf(UUID application, StoredStream.Row entry, List<StoredStream.Row> entries) {
        List<byte[]> macsBefore = Stream.concat(
                        Stream.of(new byte[0]), entries.stream().map(StoredStream.Row::mac))
                .toList();
        boolean moved = IntStream.rangeClosed(1, entries.size() + 1)
                .anyMatch(number -> macsBefore.stream()
                        .anyMatch(before ->
                                isWritten(application, macs.seal(application, number - 1, before), number, entry)));
        return moved ? TrailFault.REORDERED : TrailFault.ALTERED;
    }

    private static TrailVerdict broken(TrailFault fault, int number) {
        return new TrailVerdict.Broken(fault, number);
    }
}

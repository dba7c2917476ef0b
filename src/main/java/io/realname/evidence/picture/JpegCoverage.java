package io.realname.evidence.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Notes which coefficients the scans of a JPEG hold (ITU-T T.81, B.2.3). A file that ends between two scans, without an
 * EOI marker, may lack a colour or the fine details; a decoder does not notice.
 */
final class JpegCoverage {

    private static final int COEFFICIENTS = 64;
    private static final int PROGRESSIVE = 0xC2;

    private final List<Integer> components = new ArrayList<>();
    private final Set<Part> told = new HashSet<>();
    private boolean progressive;

    /** Notes the components of the frame. {@code header} is the frame header without its length field. */
    void frame(int marker, ByteBuffer header) {
        progressive = marker == PROGRESSIVE;
        int count = header.limit() > 5 ? header.get(5) & 0xFF : 0;
        for (int i = 0, at = 6; i < count && at < header.limit(); i++, at += 3) {
            components.add(header.get(at) & 0xFF);
        }
    }

    /** Notes the coefficients of a scan. {@code header} is the scan header without its length field. */
    void scan(ByteBuffer header) {
        int count = header.limit() > 0 ? header.get(0) & 0xFF : 0;
        int spectrum = 1 + 2 * count;
        if (header.limit() < spectrum + 3) {
            return;
        }
        int first = progressive ? header.get(spectrum) & 0xFF : 0;
        int last = progressive ? header.get(spectrum + 1) & 0xFF : COEFFICIENTS - 1;
        boolean toTheLastBit = !progressive || (header.get(spectrum + 2) & 0x0F) == 0;
        if (toTheLastBit) {
            for (int i = 0; i < count; i++) {
                for (int coefficient = first; coefficient <= Math.min(last, COEFFICIENTS - 1); coefficient++) {
                    told.add(new Part(header.get(1 + 2 * i) & 0xFF, coefficient));
                }
            }
        }
    }

    /** Whether the scans hold every coefficient of every component to its last bit. */
    boolean isWhole() {
        return !components.isEmpty()
                && components.stream().distinct().allMatch(component -> {
                    for (int coefficient = 0; coefficient < COEFFICIENTS; coefficient++) {
                        if (!told.contains(new Part(component, coefficient))) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    private record Part(int component, int coefficient) {}
}

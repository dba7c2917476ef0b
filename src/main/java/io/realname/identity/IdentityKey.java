package io.realname.identity;

import io.realname.protection.BlindIndex;
import java.util.Arrays;

/**
 * Identifies one person's identity (document type and number): a blind index of 32 bytes. Nobody can read the identity
 * from it.
 */
public final class IdentityKey {

    private final byte[] index;

    private IdentityKey(byte[] index) {
        this.index = index.clone();
    }

    /** The key of a document's uniqueness key. A reissued permit of the same person has the same key. */
    public static IdentityKey of(IdentityDocument document, BlindIndex blindIndex) {
        return new IdentityKey(blindIndex.of("identity", document.uniquenessKey()));
    }

    public static IdentityKey stored(byte[] index) {
        return new IdentityKey(index);
    }

    public byte[] bytes() {
        return index.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityKey key && Arrays.equals(index, key.index);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(index);
    }

    @Override
    public String toString() {
        return "IdentityKey[sealed]";
    }
}

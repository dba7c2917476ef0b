package io.realname.identity;

import io.realname.protection.BlindIndex;
import java.util.Arrays;

/** Stands for one person's identity (document type and number) without telling it: a blind index of 32 bytes. */
public final class IdentityKey {

    private final byte[] index;

    private IdentityKey(byte[] index) {
        this.index = index.clone();
    }

    /** The key of a document's uniqueness key: the same for a reissued permit of the same person. */
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

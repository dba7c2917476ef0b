package io.realname.evidence;

/** Where an operator has decided to do without a scanner: all files are made anew anyway. */
final class NoScanner implements MalwareScanner {

    @Override
    public ScanResult scan(byte[] content) {
        return new ScanResult.Clean();
    }
}

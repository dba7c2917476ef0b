package io.realname.evidence;

/** Takes every file for clean: for operators that run no scanner. Every file is rewritten in any case. */
final class NoScanner implements MalwareScanner {

    @Override
    public ScanResult scan(byte[] content) {
        return new ScanResult.Clean();
    }
}

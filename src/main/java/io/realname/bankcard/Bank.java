package io.realname.bankcard;

/**
 * A bank that issues cards in China.
 *
 * @param code the list's own short name, unique: {@code ICBC}
 * @param name in Chinese, as the list gives it: {@code 中国工商银行}; two banks may share one
 */
public record Bank(String code, String name) {}

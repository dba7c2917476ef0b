/** Adapters to Tencent Cloud API 3.0: bank-card check, register of licences and SMS. */
@NullMarked
package io.realname.provider.tencent;

import org.jspecify.annotations.NullMarked;
